package org.lagroups.scenarios.bench.group.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
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

/**
 * JGroups' members, with the protocols and values of the tcp.xml that it ships, on 127.0.0.1 and
 * without the diagnostics, which would use multicast.
 */
final class JGroupsMembers implements MemberSource {

  private static final String CLUSTER = "lagroups-benchmark";

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final Pace pace;

  JGroupsMembers(Pace pace) {
    this.pace = pace;
  }

  @Override
  public Member start(Optional<String> contact) throws Exception {
    return new JGroupsMember(new JChannel(stack(contact)));
  }

  @Override
  public void close() {}

  private List<Protocol> stack(Optional<String> contact) throws Exception {
    TCP tcp = new TCP();
    InetAddress loopback = InetAddress.getByAddress(LOOPBACK);
    tcp.setBindAddress(loopback);
    tcp.setBindPort(freePort(loopback));
    tcp.setDiagnosticsHandler(new DiagnosticsHandler().setEnabled(false));
    TCPPING discovery = new TCPPING();
    discovery.setPortRange(0);
    List<InetSocketAddress> known = new ArrayList<>();
    contact.ifPresent(port -> known.add(new InetSocketAddress(loopback, Integer.parseInt(port))));
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

  /** With this kind of discovery the port has to be a number; the next ten are tried as well. */
  private static int freePort(InetAddress address) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, address)) {
      return socket.getLocalPort();
    }
  }

  private static final class JGroupsMember implements Member, Receiver {

    private final JChannel channel;
    private final AtomicLong losses = new AtomicLong();
    private Set<Address> before = Set.of();

    JGroupsMember(JChannel channel) throws Exception {
      this.channel = channel;
      channel.setReceiver(this);
      channel.connect(CLUSTER);
    }

    @Override
    public synchronized void viewAccepted(View view) {
      Set<Address> now = new HashSet<>(view.getMembers());
      losses.addAndGet(before.stream().filter(member -> !now.contains(member)).count());
      before = now;
    }

    @Override
    public int seen() {
      View view = channel.getView();
      return view == null ? 0 : view.size();
    }

    @Override
    public long losses() {
      return losses.get();
    }

    @Override
    public String contact() {
      PhysicalAddress address =
          (PhysicalAddress)
              channel.down(
                  new org.jgroups.Event(
                      org.jgroups.Event.GET_PHYSICAL_ADDRESS, channel.getAddress()));
      return String.valueOf(((IpAddress) address).getPort());
    }

    @Override
    public void close() {
      channel.close();
    }
  }
}
