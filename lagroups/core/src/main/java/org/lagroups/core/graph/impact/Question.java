package org.lagroups.core.graph.impact;

import java.util.Collection;
import org.lagroups.core.graph.AttestationGraph;

/**
 * Something to be asked of a graph whose answer is a number.
 *
 * @param <V> the labels of the vertices
 */
public interface Question<V> {

  /** What is asked, in a few words for people. */
  String text();

  /** The answer for one graph; infinite where there is none, such as the cost of no path. */
  double answer(AttestationGraph<V> graph);

  /** Whether a greater answer is better; otherwise a smaller one is. */
  boolean moreIsBetter();

  /**
   * Nodes that include all whose leaving makes the answer worse, but none that the question itself
   * names.
   */
  Collection<V> candidates(AttestationGraph<V> graph);
}
