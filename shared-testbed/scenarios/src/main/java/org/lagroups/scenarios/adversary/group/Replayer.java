package org.lagroups.scenarios.adversary.group;

import java.time.Duration;
import java.util.List;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/** Remembers what it hears and sends it again to everybody, moments or many T_a later. */
public final class Replayer implements Adversary {

  private static final Duration AGAIN = Duration.ofMillis(100);

  @Override
  public String name() {
    return "replayer";
  }

  @Override
  public String summary() {
    return "says again what it has heard, to everybody and for ever";
  }

  @Override
  public void begin(Stage stage) {
    List<Bytes> heard = stage.heard();
    stage
        .sim()
        .every(
            AGAIN,
            () -> {
              if (!heard.isEmpty()) {
                List<NodeId> others = stage.others();
                Bytes old = heard.get(stage.random().nextInt(heard.size()));
                stage.say(others.get(stage.random().nextInt(others.size())), old);
              }
            });
  }
}
