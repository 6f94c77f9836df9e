package org.lagroups.scenarios.netlab;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.cli.CommandFailedException;

/**
 * Hosts that are network namespaces with an address each, joined by a bridge in one more. A host's
 * uplink is limited where its packets leave it, its downlink where they leave the bridge; between
 * the two they can be lost, or come later. Removed when closed, with all that runs in it, or when
 * this process ends.
 */
public final class Laboratory implements AutoCloseable {

  /** The most hosts. */
  public static final int MAX_HOSTS = 200;

  private static final String NETWORK = "10.77.0.";
  private static final String PREFIX_LENGTH = "/24";
  private static final String BRIDGE = "bridge";

  /**
   * How long the bridge knows where a host is: it would not learn it again from packets that are
   * delayed, and send the others' to all.
   */
  private static final long MEMORY_HUNDREDTHS = 100 * 86_400;

  private final NetworkSpace hub;
  private final Map<String, LabHost> hosts = new LinkedHashMap<>();
  private final PacketRules rules = new PacketRules();
  private @Nullable Delay delay;

  private Laboratory(NetworkSpace hub) {
    this.hub = hub;
  }

  /**
   * Makes one.
   *
   * @param label tells it from others of this process
   * @throws CommandFailedException where that is not allowed or the tools are missing
   */
  public static Laboratory make(String label, List<HostPlan> plans) throws InterruptedException {
    if (plans.size() > MAX_HOSTS) {
      throw new IllegalArgumentException("more than %d hosts".formatted(MAX_HOSTS));
    }
    if (plans.stream().map(HostPlan::name).distinct().count() < plans.size()) {
      throw new IllegalArgumentException("two hosts have the same name");
    }
    Laboratory made = new Laboratory(NetworkSpace.make(label + "-hub"));
    try {
      made.hub.ip(
          """
          link add name %1$s type bridge ageing_time %2$d
          link set dev %1$s up
          """
              .formatted(BRIDGE, MEMORY_HUNDREDTHS));
      for (HostPlan plan : plans) {
        made.join(plan, label);
      }
      return made;
    } catch (RuntimeException | InterruptedException e) {
      made.close();
      throw e;
    }
  }

  /** Why there can be no laboratories here, and what to do about it; empty if there can be. */
  public static Optional<CommandFailedException> obstacle() throws InterruptedException {
    Rate any = Rate.ofMbit(1);
    List<HostPlan> two = List.of(HostPlan.of("a").up(any), HostPlan.of("b").down(any));
    try (Laboratory tried = make("try", two)) {
      tried.lose(tried.host("a"), tried.host("b"), 1);
      return Optional.empty();
    } catch (CommandFailedException e) {
      return Optional.of(e);
    }
  }

  /** All hosts, in the order in which they were planned. */
  public Collection<LabHost> hosts() {
    return List.copyOf(hosts.values());
  }

  /** One of them. */
  public LabHost host(String name) {
    LabHost host = hosts.get(name);
    if (host == null) {
      throw new IllegalArgumentException("no host is called " + name);
    }
    return host;
  }

  /**
   * From now on packets get lost at random on the way from one host to another; not on the way
   * back.
   *
   * @param share of all packets, 0 to 1
   */
  public void lose(LabHost from, LabHost to, double share) throws InterruptedException {
    rules.lose(from, to, share);
    apply();
  }

  /** From now on no packet is lost but for full queues. */
  public void loseNothing() throws InterruptedException {
    rules.loseNothing();
    apply();
  }

  /**
   * From now on packets take longer from one host to another; not on the way back. A process of the
   * laboratory takes them and passes them on, so it takes some processor time for each.
   *
   * @param micros how long, 0 to {@link Delay#MAX_MICROS}
   */
  public void delay(LabHost from, LabHost to, long micros) throws InterruptedException {
    if (delay == null) {
      delay = Delay.start(hub, BRIDGE);
    }
    delay.set(from.address(), to.address(), micros);
    rules.delay(from, to, micros > 0);
    apply();
  }

  @Override
  public void close() {
    if (delay != null) {
      delay.close();
    }
    hosts.values().forEach(host -> host.space().close());
    hub.close();
  }

  private void apply() throws InterruptedException {
    hub.nft(rules.text(hosts.values(), Delay.DEVICE));
  }

  private void join(HostPlan plan, String label) throws InterruptedException {
    int number = hosts.size() + 1;
    String address = NETWORK + number;
    String cable = "cable" + number;
    NetworkSpace space = NetworkSpace.make(label + "-" + plan.name());
    LabHost host = new LabHost(plan.name(), address, space, hub, cable);
    hosts.put(plan.name(), host);
    hub.ip(
        """
        link add name %1$s type veth peer %2$s netns %3$s
        link set dev %1$s master %4$s
        link set dev %1$s up
        """
            .formatted(cable, LabHost.OUTWARD, space.name(), BRIDGE));
    // Packets leave a host one by one, or some would be as large as a queue, and lost as a whole.
    space.ip(
        """
        addr add %1$s dev %2$s
        link set dev %2$s gso_max_segs 1
        link set dev %2$s up
        """
            .formatted(address + PREFIX_LENGTH, LabHost.OUTWARD));
    host.uplink(plan.up());
    host.downlink(plan.down());
  }
}
