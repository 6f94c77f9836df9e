package org.lagroups.scenarios.netlab;

import java.util.List;
import org.lagroups.node.cli.CommandFailedException;

/**
 * Two hosts with a machine between them that has an interface to each, and passes nothing on by
 * itself. The hosts have an address of either IP version. Removed when closed, with all that runs
 * in it.
 */
public final class Passage implements AutoCloseable {

  /** The interface of the machine in between that leads to the left host. */
  public static final String TO_LEFT = "left0";

  /** The one that leads to the right host. */
  public static final String TO_RIGHT = "right0";

  private final NetworkSpace left;
  private final NetworkSpace between;
  private final NetworkSpace right;

  private Passage(NetworkSpace left, NetworkSpace between, NetworkSpace right) {
    this.left = left;
    this.between = between;
    this.right = right;
  }

  /**
   * Makes one.
   *
   * @param label tells it from others of this process
   * @throws CommandFailedException where that is not allowed or the tools are missing
   */
  public static Passage make(String label) throws InterruptedException {
    NetworkSpace between = NetworkSpace.make(label + "-between");
    Passage made =
        new Passage(
            NetworkSpace.make(label + "-left"), between, NetworkSpace.make(label + "-right"));
    try {
      made.join(made.left, TO_LEFT, 1);
      made.join(made.right, TO_RIGHT, 2);
      return made;
    } catch (RuntimeException | InterruptedException e) {
      made.close();
      throw e;
    }
  }

  /** The interface of each host. */
  public static final String OUTWARD = "net0";

  /** The address of the right host, of IP version 4 or 6. */
  public static String rightAddress(int version) {
    return version == 4 ? "10.78.0.2" : "fd78::2";
  }

  /** The command that runs {@code command} in the left host. */
  public List<String> insideLeft(List<String> command) {
    return left.inside(command);
  }

  /** The command that runs {@code command} in the machine between. */
  public List<String> insideBetween(List<String> command) {
    return between.inside(command);
  }

  /** The command that runs {@code command} in the right host. */
  public List<String> insideRight(List<String> command) {
    return right.inside(command);
  }

  /** From now on the machine between passes everything on, as a bridge. */
  public void bridge() throws InterruptedException {
    between.ip(
        """
        link add name bridge type bridge
        link set dev bridge up
        link set dev %1$s master bridge
        link set dev %2$s master bridge
        """
            .formatted(TO_LEFT, TO_RIGHT));
  }

  /** From now on both cables take packets of up to so many bytes, instead of 1,500. */
  public void takePackets(int bytes) throws InterruptedException {
    String lines = "link set dev %s mtu " + bytes;
    between.ip(lines.formatted(TO_LEFT));
    between.ip(lines.formatted(TO_RIGHT));
    left.ip(lines.formatted(OUTWARD));
    right.ip(lines.formatted(OUTWARD));
  }

  /** Takes the cable of the right host away, with both its interfaces. */
  public void cutRight() throws InterruptedException {
    between.ip("link del dev " + TO_RIGHT);
  }

  /** Gives it another. */
  public void mendRight() throws InterruptedException {
    join(right, TO_RIGHT, 2);
  }

  @Override
  public void close() {
    left.close();
    between.close();
    right.close();
  }

  private void join(NetworkSpace host, String name, int number) throws InterruptedException {
    between.ip(
        """
        link add name %1$s type veth peer %2$s netns %3$s
        link set dev %1$s addrgenmode none
        link set dev %1$s up
        """
            .formatted(name, OUTWARD, host.name()));
    // The same with every cable, as the other host remembers it for a while.
    host.ip(
        """
        link set dev %2$s address 02:00:00:00:78:0%1$d
        addr add 10.78.0.%1$d/24 dev %2$s
        addr add fd78::%1$d/64 dev %2$s nodad
        link set dev %2$s up
        """
            .formatted(number, OUTWARD));
  }
}
