package org.lagroups.core.monitor.kit;

import java.util.Locale;

/** The ready-made tests. */
public enum TestKind {
  /** It answers heartbeats: every battery's foundation. */
  HEARTBEAT,
  /** Its round trips are not far above what is usual for it. */
  LATENCY,
  /** It delivers what is wanted of it fast enough. */
  THROUGHPUT,
  /** It sends no more than is acceptable. */
  FLOOD,
  /** It answers questions as most others do. */
  ANSWERS;

  /** As it stands in settings and meters. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
