package org.lagroups.wormguard.rule.pattern;

import java.util.SplittableRandom;

/** Draws expressions that mean the same in PCRE and in the JDK. */
final class RandomExpression {

  private static final String LETTERS = "abc";
  private static final String[] TIMES = {"*", "+", "?", "*?", "+?", "??", "*+", "++", "?+"};

  /** Only of what takes a byte: the JDK stops counting where it takes none. */
  private static final String[] COUNTS = {"{2}", "{1,3}", "{0,2}?", "{2,}", "{1,2}+"};

  private static final String[] PLACES = {"$", "^", "\\b", "\\B", "\\A", "\\z", "\\Z"};
  private static final String[] SETS = {".", "[ab]", "[^a]", "\\n", "\\w", "\\S", "[a-b\\n]"};
  private static final String[] BEHIND = {"a", "ab", "a|bc", "[ab]c"};
  private static final String[] LOOKS = {"?=", "?!", "?>", "?:", "?i:", ""};

  private final SplittableRandom random;
  private int references;

  RandomExpression(SplittableRandom random) {
    this.random = random;
  }

  String draw(int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 12)) {
      case 0, 1 -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length())));
      case 2 -> one(SETS);
      case 3 -> one(PLACES);
      case 4, 5, 6 -> draw(depth - 1) + draw(depth - 1);
      case 7 -> "(?:" + draw(depth - 1) + "|" + draw(depth - 1) + ")";
      case 8 -> "(?:" + draw(depth - 1) + ")" + one(TIMES);
      case 9 -> "(?:" + one(SETS) + draw(depth - 1) + ")" + one(COUNTS);
      case 10 ->
          random.nextBoolean()
              ? "(" + one(LOOKS) + draw(depth - 1) + ")"
              : "(?" + (random.nextBoolean() ? "<=" : "<!") + one(BEHIND) + ")";
      default -> reference(depth);
    };
  }

  /** The group is always set where the reference is, since programs differ where it is not. */
  private String reference(int depth) {
    references++;
    int number = references;
    return "(?<n%1$d>%2$s)\\k<n%1$d>".formatted(number, draw(depth - 1));
  }

  /** Not empty: there, the JDK says that no line begins. */
  String text(int longest) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(longest);
    for (int i = 0; i < length; i++) {
      text.append(
          random.nextInt(8) == 0
              ? "A\n".charAt(random.nextInt(2))
              : LETTERS.charAt(random.nextInt(3)));
    }
    return text.toString();
  }

  private String one(String[] of) {
    return of[random.nextInt(of.length)];
  }
}
