package org.lagroups.wormguard.rule.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.lagroups.wormguard.rule.payload.Operand;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.rule.text.Numbers;

/** The names that a rule gives to numbers that it keeps. */
public final class SlotNames {

  private static final int MAX_SLOTS = 16;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]{0,63}");

  private final List<String> names = new ArrayList<>();

  /** How many names there are. */
  public int count() {
    return names.size();
  }

  /** A new name. */
  public int define(String keyword, String name) throws Mistake {
    if (!NAME.matcher(name).matches()) {
      throw new Mistake(keyword, "has \"" + name + "\" where a name has to be");
    }
    if (names.contains(name)) {
      throw new Mistake(keyword, "gives the name " + name + " a second time");
    }
    if (names.size() == MAX_SLOTS) {
      throw new Mistake(keyword, "is one kept number more than " + MAX_SLOTS);
    }
    names.add(name);
    return names.size() - 1;
  }

  /** A number within bounds, or a name that was given before. */
  public Operand operand(String keyword, String text, long least, long greatest) throws Mistake {
    return Numbers.isNumber(text)
        ? new Operand.Constant(Numbers.within(keyword, text, least, greatest))
        : slot(keyword, text);
  }

  /** A number of up to 64 bits without a sign, or a name that was given before. */
  public Operand unsigned(String keyword, String text) throws Mistake {
    return Numbers.isNumber(text)
        ? new Operand.Constant(Numbers.unsigned(keyword, text))
        : slot(keyword, text);
  }

  private Operand slot(String keyword, String name) throws Mistake {
    int slot = names.indexOf(name);
    if (slot < 0) {
      throw new Mistake(
          keyword,
          "has \"" + name + "\" where a number has to be, or a name that was given before");
    }
    return new Operand.Slot(slot);
  }
}
