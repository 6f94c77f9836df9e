package org.lagroups.scenarios.bench.group.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jgroups.Address;
import org.jgroups.JChannel;
import org.jgroups.PhysicalAddress;
import org.jgroups.Receiver;
import org.jgroups.View;
import org.jgroups.protocols.BARRIER;
import org.jgroups.protocols.FD_ALL3;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.protocols.FRAG2;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.MFC;
import org.jgroups.protocols.TCP;
import org.jgroups.protocols.TCPPING;
import org.jgroups.protocols.UFC;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.VERIFY_SUSPECT2;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.protocols.pbcast.STABLE;
import org.jgroups.protocols.pbcast.STATE_TRANSFER;
import org.jgroups.stack.DiagnosticsHandler;
import org.jgroups.stack.IpAddress;
import org.jgroups.stack.Protocol;
import org.jgroups.util.UUID;

/**
 * JGroups' members, with the protocols and values of the tcp.xml that it ships, at one address and
 * without the diagnostics, which would use multicast.
 */
final class JGroupsMembers implements MemberSource {

  private static final String CLUSTER = "lagroups-benchmark";

  private final Pace pace;
  private final InetAddress address;

  JGroupsMembers(Pace pace, String address) throws UnknownHostException {
    this.pace = pace;
    this.address = InetAddress.getByName(address);
  }

  @Override
  public Member start(Optional<String> contact) throws Exception {
    return new JGroupsMember(new JChannel(stack(contact)));
  }

  @Override
  public void close() {}

  private List<Protocol> stack(Optional<String> contact) throws Exception {
    TCP tcp = new TCP();
    tcp.setBindAddress(address);
    tcp.setBindPort(freePort(address));
    tcp.setDiagnosticsHandler(new DiagnosticsHandler().setEnabled(false));
    TCPPING discovery = new TCPPING();
    discovery.setPortRange(0);
    List<InetSocketAddress> known = new ArrayList<>();
    contact.map(JGroupsMembers::parse).ifPresent(known::add);
    discovery.setInitialHosts(known);
    MERGE3 merge = new MERGE3();
    merge.setMinInterval(10_000);
    merge.setMaxInterval(30_000);
    FD_ALL3 heartbeats = new FD_ALL3();
    heartbeats.setInterval(pace.intervalMillis());
    heartbeats.setTimeout(pace.timeoutMillis());
    STABLE stable = new STABLE();
    stable.setDesiredAverageGossip(50_000);
    GMS membership = new GMS();
    membership.printLocalAddress(false);
    membership.setJoinTimeout(2_000);
    return List.of(
        tcp,
        discovery,
        merge,
        new FD_SOCK2(),
        heartbeats,
        new VERIFY_SUSPECT2().setTimeout(1_500),
        new BARRIER(),
        new NAKACK2().useMcastXmit(false),
        new UNICAST3(),
        stable,
        membership,
        new MFC(),
        new UFC(),
        new FRAG2().setFragSize(60_000),
        new STATE_TRANSFER());
  }

  private static InetSocketAddress parse(String contact) {
    int colon = contact.lastIndexOf(':');
    return new InetSocketAddress(
        contact.substring(0, colon), Integer.parseInt(contact.substring(colon + 1)));
  }

  /** With this kind of discovery the port has to be a number; the next ten are tried as well. */
  private static int freePort(InetAddress address) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, address)) {
      return socket.getLocalPort();
    }
  }

  private static final class JGroupsMember implements Member, Receiver {

    private final JChannel channel;
    private final Drops drops = new Drops();
    private Set<Address> before = Set.of();

    JGroupsMember(JChannel channel) throws Exception {
      this.channel = channel;
      channel.setReceiver(this);
      channel.connect(CLUSTER);
    }

    @Override
    public synchronized void viewAccepted(View view) {
      Set<Address> now = new HashSet<>(view.getMembers());
      before.stream()
          .filter(member -> !now.contains(member))
          .forEach(member -> drops.add(idOf(member)));
      before = now;
    }

    @Override
    public String id() {
      return idOf(channel.getAddress());
    }

    /** What it prints as an address is a nickname that others may not know yet. */
    private static String idOf(Address address) {
      return ((UUID) address).toStringLong();
    }

    @Override
    public int seen() {
      View view = channel.getView();
      return view == null ? 0 : view.size();
    }

    @Override
    public boolean sees(String other) {
      View view = channel.getView();
      return view != null && view.getMembers().stream().anyMatch(one -> idOf(one).equals(other));
    }

    @Override
    public Drops drops() {
      return drops;
    }

    @Override
    public String contact() {
      PhysicalAddress address =
          (PhysicalAddress)
              channel.down(
                  new org.jgroups.Event(
                      org.jgroups.Event.GET_PHYSICAL_ADDRESS, channel.getAddress()));
      IpAddress at = (IpAddress) address;
      return at.getIpAddress().getHostAddress() + ":" + at.getPort();
    }

    @Override
    public void close() {
      channel.close();
    }
  }
}
