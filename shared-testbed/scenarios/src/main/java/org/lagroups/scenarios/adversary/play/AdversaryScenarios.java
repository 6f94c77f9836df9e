package org.lagroups.scenarios.adversary.play;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lagroups.scenarios.adversary.group.Adversary;
import org.lagroups.scenarios.adversary.group.Colluder;
import org.lagroups.scenarios.adversary.group.Equivocator;
import org.lagroups.scenarios.adversary.group.Forger;
import org.lagroups.scenarios.adversary.group.InfoLiar;
import org.lagroups.scenarios.adversary.group.Replayer;
import org.lagroups.scenarios.adversary.group.SilentDropper;
import org.lagroups.scenarios.adversary.group.SkewedClock;
import org.lagroups.scenarios.adversary.group.SlowRelay;
import org.lagroups.scenarios.adversary.group.SybilFlooder;
import org.lagroups.scenarios.sim.scenario.Scenario;

/** All scenarios with adversaries. */
public final class AdversaryScenarios {

  /** More than there is {@linkplain AdversaryScenario#ROOM room} for. */
  private static final int PUPPETS = 20;

  private static final List<Adversary> EACH =
      List.of(
          new Forger(),
          new Replayer(),
          new Equivocator(),
          new SybilFlooder(PUPPETS),
          new SilentDropper(),
          new SlowRelay(),
          new InfoLiar(),
          new SkewedClock());

  private AdversaryScenarios() {}

  /** Each adversary alone, then colluders, then all together. */
  public static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    for (Adversary adversary : EACH) {
      String summary = "one member " + adversary.summary();
      all.add(new AdversaryScenario(adversary.name(), summary, 9, List.of(adversary)));
    }
    List<Adversary> colluders = Collections.nCopies(AdversaryScenario.COLLUDERS, new Colluder());
    all.add(
        new AdversaryScenario(
            "colluders", "two members vouch for each other and a made-up node only", 8, colluders));
    List<Adversary> everyone = new ArrayList<>(EACH);
    everyone.addAll(colluders);
    all.add(
        new AdversaryScenario(
            "adversaries", "ten members, each bad in its own way, among ten others", 10, everyone));
    return List.copyOf(all);
  }
}
