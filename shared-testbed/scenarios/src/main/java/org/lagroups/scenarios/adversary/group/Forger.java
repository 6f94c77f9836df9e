package org.lagroups.scenarios.adversary.group;

import java.time.Duration;
import java.util.List;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.wire.AdvertisementCodec;
import org.lagroups.core.wire.GroupMessage;
import org.lagroups.machine.NodeId;

/** Says things in the names of other members, under its own signature, in a burst and steadily. */
public final class Forger implements Adversary {

  /** To each member at once: more than any budget allows. */
  private static final int BURST = 200;

  private static final Duration AGAIN = Duration.ofMillis(500);

  @Override
  public String name() {
    return "forger";
  }

  @Override
  public String summary() {
    return "puts words into the mouths of others, and shows made-up proofs";
  }

  @Override
  public void begin(Stage stage) {
    stage
        .others()
        .forEach(victim -> {
          for (int i = 0; i < BURST; i++) {
            forge(stage, victim);
          }
        });
    stage.sim().every(AGAIN, () -> forge(stage, any(stage)));
  }

  /** Tells a member that another attests to nobody any more, or leaves, and that it equivocates. */
  private static void forge(Stage stage, NodeId victim) {
    PublicIdentity other = stage.identityOf(any(stage));
    SignedAdvertisement lie = signed(stage, other, "forged");
    stage.say(victim, new GroupMessage.Advertisements(List.of(lie)));
    SignedAdvertisement more = signed(stage, other, "never said");
    stage.say(victim, new GroupMessage.EquivocationProof(Equivocation.of(lie, more)));
  }

  private static NodeId any(Stage stage) {
    return stage.others().get(stage.random().nextInt(stage.others().size()));
  }

  /** Newer than all that the other has said. */
  private static SignedAdvertisement signed(Stage stage, PublicIdentity other, String name) {
    LinkStateAdvertisement lie =
        new LinkStateAdvertisement(
            stage.group(),
            other,
            stage.nextSequence() + 1_000,
            stage.settings().grid().expiryFor(stage.sim().wallMillis()),
            name,
            List.of(),
            List.of(),
            List.of(),
            stage.random().nextBoolean());
    return AdvertisementCodec.sign(lie, stage.identity());
  }
}
