package org.lagroups.scenarios.adversary.group;

import java.util.List;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.wire.GroupMessage;
import org.lagroups.machine.NodeId;

/** Signs two statements under each number, and tells each member one of them. */
public final class Equivocator implements Adversary {

  @Override
  public String name() {
    return "equivocator";
  }

  @Override
  public String summary() {
    return "tells every other member something else under the same number";
  }

  @Override
  public void begin(Stage stage) {
    stage.takeOver();
    stage.sim().every(stage.pace(), () -> sayTwoThings(stage));
  }

  private static void sayTwoThings(Stage stage) {
    List<NodeId> others = stage.others();
    long sequence = stage.nextSequence();
    SignedAdvertisement one = stage.advertise(sequence, others);
    SignedAdvertisement other = stage.advertise(sequence, others.subList(0, 1));
    for (int i = 0; i < others.size(); i++) {
      SignedAdvertisement said = i % 2 == 0 ? one : other;
      stage.say(others.get(i), new GroupMessage.Advertisements(List.of(said)));
    }
  }
}
