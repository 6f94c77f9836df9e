package org.lagroups.scenarios.netlab;

import java.util.List;
import java.util.Optional;

/** A host of a {@link Laboratory}: what runs inside reaches the other hosts, and nothing else. */
public final class LabHost {

  /** Its only interface besides loopback. */
  public static final String OUTWARD = "net0";

  private final String name;
  private final String address;
  private final String cable;
  private final NetworkSpace space;
  private final Shaper up;
  private final Shaper down;

  /**
   * A host.
   *
   * @param cable the other end of its cable, which is in the hub
   */
  LabHost(String name, String address, NetworkSpace space, NetworkSpace hub, String cable) {
    this.name = name;
    this.address = address;
    this.cable = cable;
    this.space = space;
    this.up = new Shaper(space, OUTWARD);
    this.down = new Shaper(hub, cable);
  }

  /** As it was planned. */
  public String name() {
    return name;
  }

  /** Of IP version 4; the first host of any laboratory has the same, as no two are joined. */
  public String address() {
    return address;
  }

  /** The command that runs {@code command} in here, with the same process number. */
  public List<String> inside(List<String> command) {
    return space.inside(command);
  }

  /** Changes what it can send from now on; unlimited if there is none. */
  public void uplink(Optional<Rate> rate) throws InterruptedException {
    up.set(rate);
  }

  /** Changes what it can receive from now on; unlimited if there is none. */
  public void downlink(Optional<Rate> rate) throws InterruptedException {
    down.set(rate);
  }

  /**
   * Changes a setting of the host's network, for connections to come.
   *
   * @param setting its path below {@code /proc/sys/net}
   */
  public void set(String setting, String value) throws InterruptedException {
    space.output("sh", "-c", "echo \"$2\" >\"/proc/sys/net/$1\"", "sh", setting, value);
  }

  /** What has gone over its cable since it was made. */
  public Traffic traffic() throws InterruptedException {
    return Traffic.of(OUTWARD, space.output("cat", "/proc/net/dev").lines().toList());
  }

  @Override
  public String toString() {
    return name;
  }

  String cable() {
    return cable;
  }

  NetworkSpace space() {
    return space;
  }
}
