package org.lagroups.wormguard.flow.stream;

/** What became of a segment, or of the bytes that a stream waited for. */
public enum SegmentFate {
  /** It came in order and was told at once. */
  IN_ORDER,
  /** It was kept, as bytes before it are missing or others that wait overlap it. */
  KEPT,
  /** As {@link #KEPT}, and it has other bytes than some that waited already; these stay. */
  CONTRADICTING,
  /** All its places were told before, or given up; its bytes may be others. */
  REPEATED,
  /** Left out: it ends too far ahead. */
  TOO_FAR,
  /** Left out: what waits in its stream is in too many pieces already. */
  TOO_SCATTERED,
  /** Left out: its stream was looked at deep enough. */
  TOO_DEEP,
  /** Left out: the SYN of its direction was not seen. */
  WITHOUT_SYN,
  /** Bytes were given up. */
  GAP,
  /** All that a stream waited for was given up, as there was no more memory. */
  EVICTED
}
