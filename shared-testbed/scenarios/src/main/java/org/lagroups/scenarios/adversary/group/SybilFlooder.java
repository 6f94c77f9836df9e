package org.lagroups.scenarios.adversary.group;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.engine.SeedTree;

/**
 * Attests to nodes that it has made up, with keys, and lets them attest to each other and to all.
 */
public final class SybilFlooder implements Adversary {

  private final int puppets;

  /** With so many made-up nodes, at most as many as one may attest to. */
  public SybilFlooder(int puppets) {
    this.puppets = puppets;
  }

  @Override
  public String name() {
    return "sybil-flooder";
  }

  @Override
  public String summary() {
    return "makes up as many nodes as a group can have, and speaks for them";
  }

  @Override
  public void begin(Stage stage) {
    List<Identity> made =
        IntStream.range(0, puppets)
            .mapToObj(
                i -> Identity.generate(SeedTree.random(stage.sim().seed(), "keys of puppet " + i)))
            .toList();
    stage.takeOver();
    flood(stage, made);
    stage.sim().every(stage.refresh(), () -> flood(stage, made));
  }

  private static void flood(Stage stage, List<Identity> made) {
    List<NodeId> ids = made.stream().map(Identity::nodeId).toList();
    long sequence = stage.nextSequence();
    List<SignedAdvertisement> all = new ArrayList<>();
    all.add(stage.advertise(sequence, ids));
    for (Identity puppet : made) {
      List<NodeId> attestees = new ArrayList<>(ids);
      attestees.remove(puppet.nodeId());
      all.add(stage.advertise(puppet, sequence, LinkInfo.NONE, attestees));
    }
    stage.sayToAll(all);
  }
}
