package org.lagroups.multicast.tree;

/** What happened, for statistics. */
final class TreeCounters {

  long taken;
  long orphaned;
  long moved;
  long risen;
  long dismissed;
  long floods;
  long refusedClimbs;
  long refusedTakes;
  long searches;
  long stray;
}
