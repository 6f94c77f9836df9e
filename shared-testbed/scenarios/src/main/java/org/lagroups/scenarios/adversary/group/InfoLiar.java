package org.lagroups.scenarios.adversary.group;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.machine.Bytes;

/** Attests to everyone, with measurements that it has made up. */
public final class InfoLiar implements Adversary {

  @Override
  public String name() {
    return "info-liar";
  }

  @Override
  public String summary() {
    return "reports the best of everything about everyone";
  }

  @Override
  public void begin(Stage stage) {
    stage.takeOver();
    stage
        .sim()
        .every(
            stage.pace(),
            () ->
                stage.sayToAll(
                    List.of(
                        stage.advertise(
                            stage.identity(), stage.nextSequence(), lie(stage), stage.others()))));
  }

  /** Of these, honest nodes of the simulation report only round-trip times. */
  private static LinkInfo lie(Stage stage) {
    return new LinkInfo(
        OptionalLong.of(stage.random().nextLong(1_000)),
        OptionalLong.of(Long.MAX_VALUE),
        OptionalLong.of(Long.MAX_VALUE),
        OptionalLong.of(Long.MAX_VALUE),
        OptionalDouble.of(Double.MIN_VALUE),
        Bytes.wrapOwned(new byte[LinkInfo.MAX_APPLICATION_BYTES]));
  }
}
