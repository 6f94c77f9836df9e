package org.lagroups.wormguard.rule.keyword;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.rule.draft.RuleDraft;
import org.lagroups.wormguard.rule.payload.NumberField;
import org.lagroups.wormguard.rule.payload.NumberField.Encoding;
import org.lagroups.wormguard.rule.payload.Operand;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.rule.text.Numbers;
import org.lagroups.wormguard.rule.text.Option;

/**
 * The words behind the first values of a byte keyword, as {@code relative,string,dec}; or, as
 * {@code byte_math} has it, {@code relative,string dec}.
 */
final class FieldWords {

  static final int MAX_PLACE = 65_535;

  private final RuleDraft draft;
  private final Option option;
  private final Map<String, String> words = new HashMap<>();

  private FieldWords(RuleDraft draft, Option option) {
    this.draft = draft;
    this.option = option;
  }

  /** Takes the words from an index on. */
  static FieldWords of(RuleDraft draft, Option option, String[] parts, int from) throws Mistake {
    FieldWords words = new FieldWords(draft, option);
    for (int i = from; i < parts.length; i++) {
      String[] pair = parts[i].strip().split("\\s+", 2);
      String word = pair[0].toLowerCase(Locale.ROOT);
      String value = pair.length < 2 ? "" : pair[1].strip();
      switch (value.isEmpty() ? "" : word) {
        case "endian" -> words.put(value, "");
        case "string" -> {
          words.put(word, "");
          words.put(value, "");
        }
        default -> words.put(word, value);
      }
    }
    return words;
  }

  private void put(String word, String value) throws Mistake {
    if (words.put(word, value) != null) {
      throw option.mistake("has " + word + " twice");
    }
  }

  /** Whether a word is there that has no value. */
  boolean has(String word) throws Mistake {
    @Nullable String value = words.remove(word);
    if (value != null && !value.isEmpty()) {
      throw option.mistake("has a value behind " + word);
    }
    return value != null;
  }

  /** The value behind a word. */
  String required(String word) throws Mistake {
    @Nullable String value = words.remove(word);
    if (value == null || value.isEmpty()) {
      throw option.mistake("says no " + word);
    }
    return value;
  }

  /** The number behind a word, if it is there. */
  long number(String word, long least, long greatest, long otherwise) throws Mistake {
    return words.containsKey(word)
        ? Numbers.within(option.name(), required(word), least, greatest)
        : otherwise;
  }

  /** Refuses the words that nobody asked for. */
  void requireNoMore() throws Mistake {
    if (!words.isEmpty()) {
      throw option.mistake("does not know " + String.join(", ", words.keySet()));
    }
  }

  /** How a number is read, by its first values and the words about it. */
  NumberField field(String count, String offset, int least) throws Mistake {
    Encoding encoding = encoding();
    int most = encoding.isText() ? NumberField.MAX_DIGITS : NumberField.MAX_BYTES;
    return new NumberField(
        draft.slots().operand(option.name(), count.strip(), least, most),
        operand(offset),
        has("relative"),
        encoding,
        words.containsKey("bitmask") ? Numbers.unsigned(option.name(), required("bitmask")) : 0);
  }

  private Operand operand(String offset) throws Mistake {
    return draft.slots().operand(option.name(), offset.strip(), -MAX_PLACE, MAX_PLACE);
  }

  private Encoding encoding() throws Mistake {
    boolean isBig = has("big");
    boolean isLittle = has("little");
    boolean isDecimal = has("dec");
    boolean isHexadecimal = has("hex");
    boolean isOctal = has("oct");
    boolean isText = has("string");
    if ((isBig && isLittle) || (!isText && (isDecimal || isHexadecimal || isOctal))) {
      throw option.mistake("says two things of how the number is written, or half of one");
    }
    if (!isText) {
      return isLittle ? Encoding.LITTLE_ENDIAN : Encoding.BIG_ENDIAN;
    }
    return isHexadecimal ? Encoding.HEXADECIMAL : isOctal ? Encoding.OCTAL : Encoding.DECIMAL;
  }
}
