package org.lagroups.multicast.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;

/**
 * A stream that this node sends or receives.
 *
 * @param stream its ID
 * @param role {@code sends} or {@code receives}
 * @param mode {@code live} or {@code file}; null while nobody knows
 * @param title null while nobody knows
 * @param phase {@code asking} (the source), {@code opening}, {@code running}, {@code finishing},
 *     {@code done}, or {@code failed}. What is done goes on for the sake of others
 * @param source who publishes it
 * @param link to hand out; null if this node receives it
 * @param lengthBytes of the whole, if that is known
 * @param doneBytes taken from the input; or received, and on a disk or gone out
 * @param members to whom this node sends as a parent
 * @param places the input, or the outputs, with the ports they got
 * @param boundMbps the greatest rate that is possible for the members' uplinks; 0 if nobody plans
 * @param trees over which it is sent
 * @param silentMillis for how long nothing has come
 * @param notices what somebody should know
 * @param problem why it has failed; null if it has not
 * @param hint what to do about the problem; null if there is none
 */
public record CastView(
    String stream,
    String role,
    @Nullable String mode,
    @Nullable String title,
    String phase,
    NodeId source,
    @Nullable String link,
    @Nullable Long lengthBytes,
    long doneBytes,
    List<NodeId> members,
    List<String> places,
    double boundMbps,
    List<CastTree> trees,
    long silentMillis,
    CastCounters counters,
    List<String> notices,
    @Nullable String problem,
    @Nullable String hint) {

  /** The role of who publishes a stream. */
  public static final String SENDS = "sends";

  /** The role of who receives a stream. */
  public static final String RECEIVES = "receives";

  public CastView {
    members = List.copyOf(members);
    places = List.copyOf(places);
    trees = List.copyOf(trees);
    notices = List.copyOf(notices);
  }
}
