package io.typedprompt.internal.answer;

import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.EnumNames;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.TextTypes;
import io.typedprompt.codegen.TimeTypes;
import io.typedprompt.codegen.VariantNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Formats of many types, read as generated code reads them; objects become maps. */
final class SampleFormats {
  enum Category {
    ONE,
    TWO,
    THREE
  }

  enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    IN_PROGRESS
  }

  private static final EnumNames<Category> CATEGORY =
      EnumNames.<Category>of("Category")
          .constant(Category.ONE, "ONE", "k1")
          .constant(Category.TWO, "TWO", "k-2-3.1_1")
          .constant(Category.THREE, "THREE", "NUMBER THREE");
  private static final EnumNames<Priority> PRIORITY =
      EnumNames.<Priority>of("Priority")
          .constant(Priority.LOW, "LOW")
          .constant(Priority.MEDIUM, "MEDIUM")
          .constant(Priority.HIGH, "HIGH", "élevé")
          .constant(Priority.IN_PROGRESS, "IN_PROGRESS");
  private static final ObjectNames PERSON =
      ObjectNames.of("Person").required("name").required("age").optional("email", "mail");
  private static final ObjectNames NOTE = ObjectNames.of("Note").required("text");
  private static final ObjectNames RATING = ObjectNames.of("Rating").required("stars");
  private static final ObjectNames TASK =
      ObjectNames.of("Task").required("itemCount", "qty").optional("dueDate");
  private static final ObjectNames BASKET =
      ObjectNames.of("Basket").required("owner").required("items");
  private static final ObjectNames ITEM = ObjectNames.of("Item").required("name").required("price");
  private static final ObjectNames CRATE = ObjectNames.of("Crate").required("items");
  private static final ObjectNames OWNER = ObjectNames.of("Owner").required("person");
  private static final ObjectNames CIRCLE = ObjectNames.of("Circle").required("radius");
  private static final ObjectNames SQUARE =
      ObjectNames.of("Square").required("side").optional("label");
  private static final VariantNames SHAPE =
      VariantNames.of("Shape", "type").variant("circle", CIRCLE).variant("square", SQUARE);
  private static final ObjectNames ENTRY =
      ObjectNames.of("entry").required("key").required("value");

  private SampleFormats() {}

  /** The format of that name. */
  static AnswerFormat<?> named(String name) {
    return switch (name) {
      case "int" -> wrapped(AnswerReader::readInt);
      case "int?" -> maybe(optional(AnswerReader::readInt));
      case "ints" -> wrapped(list(AnswerReader::readInt));
      case "int lists" -> wrapped(list(list(AnswerReader::readInt)));
      case "double" -> wrapped(AnswerReader::readDouble);
      case "doubles" -> wrapped(list(AnswerReader::readDouble));
      case "decimal" -> wrapped(AnswerReader::readBigDecimal);
      case "boolean" -> wrapped(AnswerReader::readBoolean);
      case "string?" -> maybe(optional(AnswerReader::readString));
      case "strings" -> wrapped(list(AnswerReader::readString));
      case "string set" -> wrapped(SampleFormats::set);
      case "strings?" -> maybe(optional(list(AnswerReader::readString)));
      case "category" -> wrapped(in -> in.readEnum(CATEGORY));
      case "categories" -> wrapped(list(in -> in.readEnum(CATEGORY)));
      case "priority" -> wrapped(in -> in.readEnum(PRIORITY));
      case "priority?" -> maybe(optional(in -> in.readEnum(PRIORITY)));
      case "json" -> bare(AnswerReader::readJson);
      case "map" -> wrapped(SampleFormats::map);
      case "date" -> wrapped(in -> in.readText(TimeTypes.localDate()));
      case "time" -> wrapped(in -> in.readText(TimeTypes.localDateTime()));
      case "instant" -> wrapped(in -> in.readText(TimeTypes.instant()));
      case "year" -> wrapped(in -> in.readText(TimeTypes.year()));
      case "uuid" -> wrapped(in -> in.readText(TextTypes.uuid()));
      case "char" -> wrapped(AnswerReader::readChar);
      case "person" -> bare(SampleFormats::person);
      case "persons" -> wrapped(list(SampleFormats::person));
      case "person?" -> maybe(optional(SampleFormats::person));
      case "note" -> bare(in -> object(in, NOTE, AnswerReader::readString));
      case "rating" -> bare(in -> object(in, RATING, AnswerReader::readInt));
      case "task" ->
          bare(
              in ->
                  object(
                      in,
                      TASK,
                      AnswerReader::readInt,
                      optional(each -> each.readText(TimeTypes.localDate()))));
      case "basket" ->
          bare(in -> object(in, BASKET, AnswerReader::readString, list(SampleFormats::item)));
      case "crate" -> bare(in -> object(in, CRATE, list(SampleFormats::item)));
      case "owner" -> bare(in -> object(in, OWNER, SampleFormats::person));
      case "shape" -> wrapped(SampleFormats::shape);
      case "shapes" -> wrapped(list(SampleFormats::shape));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static AnswerFormat<Object> bare(Function<AnswerReader, @Nullable Object> type) {
    return new AnswerFormat<>("Sample", "{}") {
      @Override
      public @Nullable Object read(AnswerReader in) {
        return type.apply(in);
      }
    };
  }

  /** A type that is no object by itself, as generated code wraps it. */
  private static AnswerFormat<Object> wrapped(Function<AnswerReader, @Nullable Object> type) {
    ObjectNames names = ObjectNames.of("answer").required("value");
    return bare(
        in -> {
          Map<String, Object> object = object(in, names, type);
          return object == null ? null : object.get("value");
        });
  }

  private static AnswerFormat<Object> maybe(Function<AnswerReader, @Nullable Object> type) {
    ObjectNames names = ObjectNames.of("answer").optional("value");
    return bare(
        in -> {
          Map<String, Object> object = object(in, names, type);
          return object == null ? null : object.getOrDefault("value", Optional.empty());
        });
  }

  private static Function<AnswerReader, @Nullable Object> optional(
      Function<AnswerReader, @Nullable Object> type) {
    return in -> in.readNull() ? Optional.empty() : Optional.ofNullable(type.apply(in));
  }

  private static Function<AnswerReader, @Nullable Object> list(
      Function<AnswerReader, @Nullable Object> element) {
    return in -> {
      List<Object> list = new ArrayList<>();
      if (in.beginArray()) {
        while (in.nextElement()) {
          list.add(element.apply(in));
        }
      }
      return list;
    };
  }

  private static Object set(AnswerReader in) {
    Set<String> set = new LinkedHashSet<>();
    if (in.beginArray()) {
      while (in.nextElement()) {
        if (!set.add(in.readString())) {
          in.duplicateElement();
        }
      }
    }
    return set;
  }

  @SafeVarargs
  private static @Nullable Map<String, Object> object(
      AnswerReader in, ObjectNames names, Function<AnswerReader, @Nullable Object>... types) {
    if (!in.beginObject(names)) {
      return null;
    }
    Map<String, Object> object = new LinkedHashMap<>();
    int property;
    while ((property = in.nextProperty()) >= 0) {
      object.put(names.properties().get(property).name(), types[property].apply(in));
    }
    return in.endObject() ? object : null;
  }

  private static @Nullable Object person(AnswerReader in) {
    return object(
        in,
        PERSON,
        AnswerReader::readString,
        AnswerReader::readInt,
        optional(AnswerReader::readString));
  }

  private static @Nullable Object item(AnswerReader in) {
    return object(in, ITEM, AnswerReader::readString, AnswerReader::readBigDecimal);
  }

  private static @Nullable Object shape(AnswerReader in) {
    return switch (in.readVariant(SHAPE)) {
      case 0 -> "circle " + object(in, CIRCLE, AnswerReader::readDouble);
      case 1 ->
          "square "
              + object(in, SQUARE, AnswerReader::readDouble, optional(AnswerReader::readString));
      default -> null;
    };
  }

  private static Object map(AnswerReader in) {
    Map<String, Integer> map = new LinkedHashMap<>();
    if (in.beginMap(ENTRY)) {
      while (in.nextEntry()) {
        String key = null;
        int value = 0;
        int property;
        while ((property = in.nextProperty()) >= 0) {
          if (property == 0) {
            key = in.readString();
          } else {
            value = in.readInt();
          }
        }
        if (in.endObject()) {
          in.put(map, key, value);
        }
      }
    }
    return map;
  }
}
