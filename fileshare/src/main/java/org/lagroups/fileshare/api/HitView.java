package org.lagroups.fileshare.api;

import org.jspecify.annotations.Nullable;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * A file that somebody publishes.
 *
 * @param number by which commands name it, until the next search
 * @param root names the content
 * @param name a stranger's text, without control characters
 * @param own whether this node publishes it itself: then there is nothing to verify
 * @param publisherName a stranger's text, made safe to show
 * @param paths how many vertex-disjoint paths lead to the publisher; null for an own file, to which
 *     none leads
 * @param confirmed what came of asking for the record again, the last time; null if it was not
 * @param hidden whether something of its publisher, or this content, was found bad here
 * @param verdict {@code good}, {@code bad} or null: what was said of it here
 */
public record HitView(
    int number,
    GroupId group,
    String root,
    String name,
    long sizeBytes,
    String mimeType,
    long modifiedMillis,
    long sequence,
    boolean own,
    NodeId publisher,
    String publisherName,
    @Nullable Integer paths,
    @Nullable Confirmed confirmed,
    boolean hidden,
    @Nullable String verdict,
    String magnet) {

  /** The same after its record was asked for again. */
  public HitView with(Confirmed now) {
    return new HitView(
        number,
        group,
        root,
        name,
        sizeBytes,
        mimeType,
        modifiedMillis,
        sequence,
        own,
        publisher,
        publisherName,
        paths,
        now,
        hidden,
        verdict,
        magnet);
  }

  /**
   * What came of asking for a record again.
   *
   * @param confirmations over how many separate routes the very record came
   * @param routes over how many it was asked for
   */
  public record Confirmed(int confirmations, int routes) {}
}
