package io.typedprompt.internal.answer;

import io.typedprompt.codegen.EnumNames;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.VariantNames;
import java.util.IdentityHashMap;

/**
 * The names of the types that an answer is read as, prepared for finding them in other spellings.
 */
final class KnownNames {
  private final IdentityHashMap<ObjectNames, PropertySpellings> properties =
      new IdentityHashMap<>();
  private final IdentityHashMap<EnumNames<?>, NameMatcher> constants = new IdentityHashMap<>();
  private final IdentityHashMap<VariantNames, VariantMatcher> variants = new IdentityHashMap<>();
  private final BooleanMatch booleans = new BooleanMatch();

  PropertySpellings properties(ObjectNames names) {
    return properties.computeIfAbsent(names, PropertySpellings::new);
  }

  NameMatcher constants(EnumNames<?> names) {
    return constants.computeIfAbsent(names, KnownNames::matcher);
  }

  VariantMatcher variants(VariantNames names) {
    VariantMatcher matcher = variants.get(names);
    if (matcher == null) {
      matcher = new VariantMatcher(names, this);
      variants.put(names, matcher);
    }
    return matcher;
  }

  BooleanMatch booleans() {
    return booleans;
  }

  private static NameMatcher matcher(EnumNames<?> names) {
    NameMatcher matcher = new NameMatcher();
    for (int i = 0; i < names.constants().size(); i++) {
      matcher.add(i, names.constants().get(i).name());
      for (String alias : names.constants().get(i).aliases()) {
        matcher.addAlias(i, alias);
      }
    }
    return matcher;
  }
}
