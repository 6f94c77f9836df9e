package org.lagroups.wormguard.rule.pattern;

import java.util.List;
import org.lagroups.wormguard.rule.pattern.syntax.ByteSet;
import org.lagroups.wormguard.rule.pattern.syntax.Node;

/**
 * An expression as steps to run; see {@link Operation}.
 *
 * @param operations one for each step
 * @param first the first number of each
 * @param second the second number of each
 * @param sets the sets that steps name by index, four words each
 * @param kinds the conditions that steps name by index
 * @param begin the set of the bytes that a match begins with; all of them if it may be empty
 * @param isNullable whether a match may be empty
 * @param registers how many places are kept
 * @param splits how many steps are {@link Operation#SPLIT}
 * @param splitNumbers their numbers, by step, from 0
 * @param isAnchored whether a match only begins where the text does
 * @param isOnlyAtFrom whether a match only begins where the search does
 * @param isRegular whether what a step leads to depends on nothing but the step and the place
 */
@SuppressWarnings("ArrayRecordComponent") // read by the search alone, for each byte
record Program(
    int[] operations,
    int[] first,
    int[] second,
    long[] sets,
    List<Node.Kind> kinds,
    long[] begin,
    boolean isNullable,
    int registers,
    int splits,
    int[] splitNumbers,
    boolean isAnchored,
    boolean isOnlyAtFrom,
    boolean isRegular) {

  Program {
    kinds = List.copyOf(kinds);
  }

  /** Matches wherever it is asked to. */
  static final Program NOTHING =
      new Program(
          new int[] {Operation.MATCH},
          new int[1],
          new int[1],
          new long[0],
          List.of(),
          new long[ByteSet.WORDS],
          true,
          0,
          0,
          new int[1],
          false,
          false,
          true);
}
