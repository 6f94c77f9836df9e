package org.lagroups.wormguard.rule.keyword;

import org.lagroups.wormguard.rule.draft.RuleDraft;
import org.lagroups.wormguard.rule.packet.BitMatch;
import org.lagroups.wormguard.rule.packet.FragmentBits;
import org.lagroups.wormguard.rule.packet.TcpFlags;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.rule.text.Option;

/** Keywords about single bits: {@code flags:S+,12}, {@code fragbits:!D}. */
final class BitKeywords {

  private static final String MODIFIERS = "+*!";

  /** In the order of the bits; C and E are called 1 and 2, too. */
  private static final String FLAGS = "FSRPAUEC";

  private static final String FRAGMENT_BITS = "MDR";

  private BitKeywords() {}

  static void flags(RuleDraft draft, Option option) throws Mistake {
    String text = option.required().replace('1', 'C').replace('2', 'E');
    int comma = text.indexOf(',');
    String wanted = comma < 0 ? text : text.substring(0, comma);
    int ignored = comma < 0 ? 0 : bits(option, text.substring(comma + 1).strip(), FLAGS);
    draft.add(option.name(), new TcpFlags(match(option, wanted), wanted(option, wanted), ignored));
  }

  static void fragmentBits(RuleDraft draft, Option option) throws Mistake {
    String text = option.required();
    int wanted = bits(option, letters(text), FRAGMENT_BITS);
    draft.add(option.name(), new FragmentBits(match(option, text), wanted));
  }

  /** {@code 0} stands for no flag at all. */
  private static int wanted(Option option, String text) throws Mistake {
    String letters = letters(text);
    return letters.equals("0") ? 0 : bits(option, letters, FLAGS);
  }

  private static BitMatch match(Option option, String text) throws Mistake {
    String modifiers = text.strip().replaceAll("[^+*!]", "");
    return switch (modifiers) {
      case "" -> BitMatch.EXACTLY;
      case "+" -> BitMatch.ALL;
      case "*" -> BitMatch.ANY;
      case "!" -> BitMatch.NOT_ALL;
      default -> throw option.mistake("has more than one of " + MODIFIERS);
    };
  }

  private static String letters(String text) {
    return text.strip().replaceAll("[+*!]", "");
  }

  private static int bits(Option option, String letters, String names) throws Mistake {
    int bits = 0;
    for (int i = 0; i < letters.length(); i++) {
      int bit = names.indexOf(Character.toUpperCase(letters.charAt(i)));
      if (bit < 0) {
        throw option.mistake("has \"%s\", and knows only %s".formatted(letters, names));
      }
      bits |= 1 << bit;
    }
    if (bits == 0) {
      throw option.mistake("names no bit");
    }
    return bits;
  }
}
