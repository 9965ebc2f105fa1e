package kafkaconfig;

import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;

/** Finds out what a validator that cannot be read allows, by trying: for numbers, the smallest one, and -1 beside it; for words, their case. */
final class Trial {
  private static final List<LongFunction<Object>> TYPES = List.of(number -> (int) number, number -> (short) number, number -> number);

  private Trial() {}

  /** A range, or null when the validator is not about numbers, or allows what a range cannot say. */
  static Map<String, Object> range(Object validator) throws Exception {
    for (LongFunction<Object> type : TYPES) {
      Boolean huge = accepts(validator, type.apply(Short.MAX_VALUE));
      if (huge == null) continue;
      boolean one = Boolean.TRUE.equals(accepts(validator, type.apply(1)));
      boolean below = Boolean.TRUE.equals(accepts(validator, type.apply(-2)));
      if (!huge || !one || below) return null;
      Map<String, Object> range = new LinkedHashMap<>();
      range.put("kind", "range");
      boolean zero = Boolean.TRUE.equals(accepts(validator, type.apply(0)));
      boolean minusOne = Boolean.TRUE.equals(accepts(validator, type.apply(-1)));
      range.put("min", zero ? (minusOne ? -1 : 0) : 1);
      if (minusOne && !zero) range.put("also", List.of(-1));
      return range;
    }
    return null;
  }

  /** Whether a validator that takes these words takes them in capitals and in small letters too. */
  static boolean ignoresCase(Object validator, List<String> words) throws Exception {
    for (String word : words)
      for (String other : List.of(word.toUpperCase(Locale.ROOT), word.toLowerCase(Locale.ROOT)))
        if (!Boolean.TRUE.equals(accepts(validator, other))) return false;
    return !words.isEmpty();
  }

  /** Null when the validator wants another type. */
  private static Boolean accepts(Object validator, Object value) throws Exception {
    try {
      Mirror.call(validator, "ensureValid", "tried", value);
      return true;
    } catch (InvocationTargetException refusal) {
      return refusal.getCause() instanceof ClassCastException ? null : false;
    }
  }
}
