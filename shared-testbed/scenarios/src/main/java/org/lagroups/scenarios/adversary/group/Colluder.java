package org.lagroups.scenarios.adversary.group;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.engine.SeedTree;

/**
 * Together with others like it, vouches for one made-up node and for each other, and for nobody
 * else.
 */
public final class Colluder implements Adversary {

  /** The node that they have made up. */
  public static Identity puppet(long seed) {
    return Identity.generate(SeedTree.random(seed, "keys of the colluders' puppet"));
  }

  @Override
  public String name() {
    return "colluder";
  }

  @Override
  public String summary() {
    return "attests to its accomplices and their puppet, and to no honest node";
  }

  @Override
  public void begin(Stage stage) {
    Identity puppet = puppet(stage.sim().seed());
    stage.takeOver();
    stage.sim().every(stage.pace(), () -> collude(stage, puppet));
  }

  private static void collude(Stage stage, Identity puppet) {
    List<NodeId> attestees = new ArrayList<>(stage.accomplices());
    attestees.add(puppet.nodeId());
    long sequence = stage.nextSequence();
    List<SignedAdvertisement> lies = new ArrayList<>();
    lies.add(stage.advertise(sequence, attestees));
    List<NodeId> all = new ArrayList<>(stage.others());
    all.add(stage.node().id());
    lies.add(stage.advertise(puppet, sequence, LinkInfo.NONE, all));
    stage.sayToAll(lies);
  }
}
