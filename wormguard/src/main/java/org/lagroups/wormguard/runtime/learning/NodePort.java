package org.lagroups.wormguard.runtime.learning;

import java.util.List;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.learn.signature.Signature;

/** A node to which signatures are offered. Blocks; used by one thread at a time. */
public interface NodePort {

  /** What came of offering a signature. */
  sealed interface Outcome {

    /** Its group is told of it. */
    record Offered(String id) implements Outcome {}

    /** It cannot be tested yet: worth another try. */
    record Undecided(String why) implements Outcome {}

    /** The node does not vouch for it. */
    record Refused(String why) implements Outcome {}

    /** The node does not answer: worth another try. */
    record Away(String why) implements Outcome {}
  }

  /** Offers a signature. */
  Outcome offer(Signature signature);

  /**
   * Gives payloads of ordinary traffic.
   *
   * @param payloads 1 to {@link org.lagroups.wormguard.api.AddBenign#MOST}
   * @return whether the node has them
   */
  boolean give(List<PayloadSample> payloads);
}
