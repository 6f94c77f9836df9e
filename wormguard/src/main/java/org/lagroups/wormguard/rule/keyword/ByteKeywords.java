package org.lagroups.wormguard.rule.keyword;

import java.util.Map;
import org.lagroups.wormguard.rule.draft.RuleDraft;
import org.lagroups.wormguard.rule.payload.ByteExtract;
import org.lagroups.wormguard.rule.payload.ByteJump;
import org.lagroups.wormguard.rule.payload.ByteJump.Base;
import org.lagroups.wormguard.rule.payload.ByteMath;
import org.lagroups.wormguard.rule.payload.ByteMath.Operation;
import org.lagroups.wormguard.rule.payload.ByteTest;
import org.lagroups.wormguard.rule.payload.ByteTest.Comparison;
import org.lagroups.wormguard.rule.payload.NumberField;
import org.lagroups.wormguard.rule.payload.Operand;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.rule.text.Option;

/** Keywords about numbers in the payload. */
final class ByteKeywords {

  static final Map<String, Keyword> ALL =
      Map.of(
          "byte_test", ByteKeywords::test,
          "byte_jump", ByteKeywords::jump,
          "byte_extract", ByteKeywords::extract,
          "byte_math", ByteKeywords::math);

  private static final int MAX_MULTIPLIER = 65_535;

  private ByteKeywords() {}

  /** {@code count, operator, value, offset}, and words. */
  private static void test(RuleDraft draft, Option option) throws Mistake {
    String[] parts = parts(option, 4);
    FieldWords words = FieldWords.of(draft, option, parts, 4);
    String operator = parts[1].strip();
    boolean isNegated = operator.startsWith("!");
    Comparison comparison =
        comparison(option, isNegated ? operator.substring(1).strip() : operator);
    Operand with = draft.slots().unsigned(option.name(), parts[2].strip());
    NumberField field = words.field(parts[0], parts[3], 1);
    words.requireNoMore();
    ByteTest condition = new ByteTest(field, isNegated, comparison, with);
    draft.add(option.name(), () -> condition);
  }

  private static Comparison comparison(Option option, String operator) throws Mistake {
    return switch (operator) {
      case "<" -> Comparison.LESS;
      case "<=" -> Comparison.AT_MOST;
      // "!" by itself means "not equal".
      case "=", "" -> Comparison.EQUAL;
      case ">=" -> Comparison.AT_LEAST;
      case ">" -> Comparison.GREATER;
      case "&" -> Comparison.ANY_BIT;
      case "^" -> Comparison.OTHER_BIT;
      default -> throw option.mistake("does not know the operator " + operator);
    };
  }

  /** {@code count, offset}, and words. */
  private static void jump(RuleDraft draft, Option option) throws Mistake {
    String[] parts = parts(option, 2);
    FieldWords words = FieldWords.of(draft, option, parts, 2);
    NumberField field = words.field(parts[0], parts[1], 0);
    boolean isFromStart = words.has("from_beginning");
    boolean isFromEnd = words.has("from_end");
    if (isFromStart && isFromEnd) {
      throw option.mistake("goes both from_beginning and from_end");
    }
    ByteJump condition =
        new ByteJump(
            field,
            words.number("multiplier", 1, MAX_MULTIPLIER, 1),
            words.has("align"),
            isFromStart ? Base.START : isFromEnd ? Base.END : Base.NUMBER,
            words.number("post_offset", -FieldWords.MAX_PLACE, FieldWords.MAX_PLACE, 0));
    words.requireNoMore();
    draft.add(option.name(), () -> condition);
  }

  /** {@code count, offset, name}, and words. */
  private static void extract(RuleDraft draft, Option option) throws Mistake {
    String[] parts = parts(option, 3);
    FieldWords words = FieldWords.of(draft, option, parts, 3);
    NumberField field = words.field(parts[0], parts[1], 1);
    long multiplier = words.number("multiplier", 1, MAX_MULTIPLIER, 1);
    int alignment = (int) words.number("align", 2, 4, 1);
    words.requireNoMore();
    if (alignment == 3) {
      throw option.mistake("aligns to 2 or to 4");
    }
    int slot = draft.slots().define(option.name(), parts[2].strip());
    ByteExtract condition = new ByteExtract(field, multiplier, alignment, slot);
    draft.add(option.name(), () -> condition);
  }

  /** Words with a value each. */
  private static void math(RuleDraft draft, Option option) throws Mistake {
    FieldWords words = FieldWords.of(draft, option, parts(option, 0), 0);
    NumberField field = words.field(words.required("bytes"), words.required("offset"), 1);
    Operation operation =
        switch (words.required("oper")) {
          case "+" -> Operation.ADD;
          case "-" -> Operation.SUBTRACT;
          case "*" -> Operation.MULTIPLY;
          case "/" -> Operation.DIVIDE;
          case "<<" -> Operation.SHIFT_LEFT;
          case ">>" -> Operation.SHIFT_RIGHT;
          default -> throw option.mistake("has an oper other than + - * / << >>");
        };
    Operand right = draft.slots().unsigned(option.name(), words.required("rvalue"));
    int slot = draft.slots().define(option.name(), words.required("result"));
    words.requireNoMore();
    ByteMath condition = new ByteMath(field, operation, right, slot);
    draft.add(option.name(), () -> condition);
  }

  private static String[] parts(Option option, int atLeast) throws Mistake {
    String[] parts = option.required().split(",", -1);
    if (parts.length < atLeast) {
      throw option.mistake("needs %d values, separated by commas".formatted(atLeast));
    }
    return parts;
  }
}
