package org.lagroups.multicast.tree;

import org.lagroups.multicast.tree.place.TreeCounters;
import org.lagroups.multicast.tree.place.TreeEvent;

/**
 * What happened since the start.
 *
 * @param parents how many parents it has taken, in all
 * @param orphaned how often it lost its parent
 * @param moved how often its parent asked it to move
 * @param risen how often it got a place one level up
 * @param dismissed how often its parent dismissed it
 * @param floods questions that were not answered, as their sender asked too often
 * @param refusedClimbs wishes to rise that were not proven or not deserved
 * @param refusedTakes attempts to take a place that was not given
 * @param searches how often it began to look for a place
 * @param stray messages from who has no say in what they are about
 */
public record TreeStatistics(
    long parents,
    long orphaned,
    long moved,
    long risen,
    long dismissed,
    long floods,
    long refusedClimbs,
    long refusedTakes,
    long searches,
    long stray) {

  static TreeStatistics of(TreeCounters counters) {
    return new TreeStatistics(
        counters.of(TreeEvent.TAKEN),
        counters.of(TreeEvent.ORPHANED),
        counters.of(TreeEvent.MOVED),
        counters.of(TreeEvent.RISEN),
        counters.of(TreeEvent.DISMISSED),
        counters.of(TreeEvent.FLOOD),
        counters.of(TreeEvent.REFUSED_CLIMB),
        counters.of(TreeEvent.REFUSED_TAKE),
        counters.of(TreeEvent.SEARCH),
        counters.of(TreeEvent.STRAY));
  }
}
