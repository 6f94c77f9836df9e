package org.lagroups.scenarios.bench.group.space;

import java.util.Arrays;
import org.lagroups.scenarios.netlab.HostPlan;
import org.lagroups.scenarios.netlab.LabHost;
import org.lagroups.scenarios.netlab.Laboratory;

/**
 * A laboratory with a host for each {@link Place}. Packets are lost between hosts, where neither
 * sender nor receiver is told. Removed when closed, or when this process ends.
 */
public final class StarNetwork implements AutoCloseable {

  private final Laboratory laboratory;

  private StarNetwork(Laboratory laboratory) {
    this.laboratory = laboratory;
  }

  /**
   * Makes one.
   *
   * @throws org.lagroups.node.cli.CommandFailedException where that is not allowed, or tools are
   *     missing
   */
  public static StarNetwork make(String label) throws InterruptedException {
    return new StarNetwork(
        Laboratory.make(
            label,
            Arrays.stream(Place.values()).map(place -> HostPlan.of(place.label())).toList()));
  }

  /** Where members of a place run. */
  public LabHost at(Place place) {
    return laboratory.host(place.label());
  }

  /** Lets packets get lost from now on. */
  public void suffer(Trouble trouble) throws InterruptedException {
    heal();
    for (Trouble.Loss loss : trouble.losses()) {
      laboratory.lose(at(loss.from()), at(loss.to()), loss.share());
    }
  }

  /** From now on no packet is lost. */
  public void heal() throws InterruptedException {
    laboratory.loseNothing();
  }

  @Override
  public void close() {
    laboratory.close();
  }
}
