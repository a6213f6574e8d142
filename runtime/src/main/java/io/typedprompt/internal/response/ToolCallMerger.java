package io.typedprompt.internal.response;

import io.typedprompt.ToolCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts tool calls together from the pieces of a stream. The first piece of a call has its id and
 * name, as a rule; providers leave out the index, repeat the name or use one index for all calls.
 */
final class ToolCallMerger {
  private final List<OpenCall> calls = new ArrayList<>();

  void add(List<ToolCallPart> parts) {
    for (ToolCallPart part : parts) {
      OpenCall call = find(part);
      if (call == null) {
        call = new OpenCall(part.index());
        calls.add(call);
      }
      call.add(part);
    }
  }

  boolean isEmpty() {
    return calls.isEmpty();
  }

  /** The arguments up to now of the first call of this tool; empty if there is none. */
  CharSequence arguments(String name) {
    for (OpenCall call : calls) {
      if (call.name.equals(name)) {
        return call.arguments;
      }
    }
    return "";
  }

  List<ToolCall> toolCalls(Redaction redaction) {
    List<ToolCall> whole = new ArrayList<>(calls.size());
    for (OpenCall call : calls) {
      String arguments = redaction.answer(call.arguments.toString());
      whole.add(new ToolCallPart(-1, call.id, call.name, arguments).whole());
    }
    return whole;
  }

  /** The last call that the piece may belong to; null if it begins another. */
  private @Nullable OpenCall find(ToolCallPart part) {
    for (int i = calls.size() - 1; i >= 0; i--) {
      OpenCall call = calls.get(i);
      if (part.index() < 0 || call.index < 0 || part.index() == call.index) {
        return call.isOther(part) ? null : call;
      }
    }
    return null;
  }

  private static final class OpenCall {
    private final int index;
    private final StringBuilder arguments = new StringBuilder();
    private String id = "";
    private String name = "";

    OpenCall(int index) {
      this.index = index;
    }

    void add(ToolCallPart part) {
      id = id.isEmpty() ? part.id() : id;
      name = name.isEmpty() ? part.name() : name;
      arguments.append(part.arguments());
    }

    /**
     * Whether a piece begins another call although it has the index of this one, as with providers
     * that give all calls the same: by its id, by its name, or by whole arguments beside whole ones
     * where there is no id to tell them apart.
     */
    boolean isOther(ToolCallPart part) {
      boolean isNamed = !name.isEmpty() && !part.name().isEmpty();
      if (isNamed && !part.name().equals(name)) {
        return true;
      }
      if (!id.isEmpty() && !part.id().isEmpty()) {
        return !part.id().equals(id);
      }
      return isNamed && id.isEmpty() && part.id().isEmpty() && isSecond(part.arguments());
    }

    /** A provider that says the same arguments once more has not called the tool once more. */
    private boolean isSecond(String more) {
      String begun = arguments.toString().strip();
      return begun.endsWith("}")
          && more.stripLeading().startsWith("{")
          && !more.strip().equals(begun);
    }
  }
}
