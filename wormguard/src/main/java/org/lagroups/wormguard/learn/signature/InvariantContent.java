package org.lagroups.wormguard.learn.signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lagroups.machine.Bytes;

/**
 * The longest content that so many of some samples have.
 *
 * <p>Takes time by the number of samples, and of those that may lack the content, and their length.
 */
final class InvariantContent {

  private final List<byte[]> samples;
  private final int needed;

  /**
   * For samples.
   *
   * @param needed how many of them have to have the content: 1 up to all
   */
  InvariantContent(List<Bytes> samples, int needed) {
    this.samples = samples.stream().map(Bytes::toArray).toList();
    this.needed = needed;
  }

  /**
   * The longest content that is wanted; of several, the one that comes first.
   *
   * @param isWanted if it does not hold for some content, then for no part of it
   */
  Optional<Bytes> longest(Predicate<Bytes> isWanted) {
    // One of these has it: more than the others cannot lack it.
    int references = samples.size() - needed + 1;
    int[][][] ends = new int[references][samples.size()][];
    SuffixAutomaton automaton =
        new SuffixAutomaton(samples.stream().mapToInt(sample -> sample.length).max().orElse(0));
    for (int sample = 0; sample < samples.size(); sample++) {
      automaton.build(samples.get(sample));
      for (int reference = 0; reference < references; reference++) {
        ends[reference][sample] = automaton.longestEnds(samples.get(reference));
      }
    }
    Optional<Bytes> best = Optional.empty();
    for (int reference = 0; reference < references; reference++) {
      int atLeast = best.map(Bytes::length).orElse(0);
      Optional<Bytes> found =
          longestOf(samples.get(reference), inEnough(ends[reference]), atLeast, isWanted);
      best = found.isPresent() ? found : best;
    }
    return best;
  }

  /** For each byte, how long the longest content is that ends there and is in enough samples. */
  private int[] inEnough(int[][] endsBySample) {
    int[] lengths = new int[endsBySample[0].length];
    int[] column = new int[samples.size()];
    for (int end = 0; end < lengths.length; end++) {
      for (int sample = 0; sample < column.length; sample++) {
        column[sample] = endsBySample[sample][end];
      }
      Arrays.sort(column);
      lengths[end] = column[column.length - needed];
    }
    return lengths;
  }

  private static Optional<Bytes> longestOf(
      byte[] bytes, int[] lengths, int longerThan, Predicate<Bytes> isWanted) {
    List<Integer> ends = new ArrayList<>();
    for (int end = 0; end < bytes.length; end++) {
      boolean goesOn = end + 1 < bytes.length && lengths[end + 1] == lengths[end] + 1;
      if (!goesOn && lengths[end] > longerThan) {
        ends.add(end);
      }
    }
    ends.sort(Comparator.comparingInt(end -> -lengths[end]));
    return ends.stream()
        .map(end -> Bytes.copyOf(bytes, end + 1 - lengths[end], lengths[end]))
        .filter(isWanted)
        .findFirst();
  }
}
