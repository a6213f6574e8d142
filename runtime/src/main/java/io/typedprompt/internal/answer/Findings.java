package io.typedprompt.internal.answer;

import io.typedprompt.AnswerProblem;
import io.typedprompt.Repair;
import io.typedprompt.RepairKind;
import java.util.ArrayList;
import java.util.List;

/** What a reading of an answer found: problems, and what it repaired. */
final class Findings {
  /** So many tell enough, and keep a long wrong answer from filling the memory. */
  private static final int MOST = 100;

  /** No JSON Pointer: they begin with a slash. */
  private static final String NOWHERE = "-";

  private final List<AnswerProblem> problems = new ArrayList<>();
  private final List<Repair> repairs = new ArrayList<>();
  private int problemCount;
  private int repairCount;
  private String lastPath = NOWHERE;

  void problem(String path, String expected, String found) {
    problemCount++;
    lastPath = path;
    if (hasRoomForProblem()) {
      problems.add(AnswerProblem.of(path, expected, found));
    }
  }

  /** Counts a problem of which nothing would be kept. */
  void moreProblems() {
    problemCount++;
    lastPath = NOWHERE;
  }

  /** Whether one more problem would be kept. */
  boolean hasRoomForProblem() {
    return problems.size() < MOST;
  }

  void repair(String path, RepairKind kind, String text) {
    repairCount++;
    if (hasRoom()) {
      repairs.add(Repair.of(path, kind, text));
    }
  }

  /** Whether one more repair would be kept. */
  boolean hasRoom() {
    return repairs.size() < MOST;
  }

  /** How many repairs there were so far, also those that were too many to keep. */
  int repairCount() {
    return repairCount;
  }

  /** How many problems there were so far, also those that were too many to keep. */
  int problemCount() {
    return problemCount;
  }

  /** Whether the last problem was at this place. */
  boolean lastProblemWasAt(String path) {
    return lastPath.equals(path);
  }

  List<AnswerProblem> problems() {
    return List.copyOf(problems);
  }

  List<Repair> repairs() {
    return List.copyOf(repairs);
  }
}
