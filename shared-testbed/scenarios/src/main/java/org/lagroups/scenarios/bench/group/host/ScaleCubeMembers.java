package org.lagroups.scenarios.bench.group.host;

import io.scalecube.cluster.Cluster;
import io.scalecube.cluster.ClusterImpl;
import io.scalecube.cluster.ClusterMessageHandler;
import io.scalecube.cluster.membership.MembershipEvent;
import io.scalecube.transport.netty.tcp.TcpTransportFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** ScaleCube's members over TCP, with its defaults for local networks but for the pace. */
final class ScaleCubeMembers implements MemberSource {

  private final Pace pace;
  private final String address;

  ScaleCubeMembers(Pace pace, String address) {
    this.pace = pace;
    this.address = address;
  }

  @Override
  public Member start(Optional<String> contact) {
    return new ScaleCubeMember(pace, address, contact);
  }

  @Override
  public void close() {}

  private static final class ScaleCubeMember implements Member {

    private final Drops drops = new Drops();
    private final Cluster cluster;

    ScaleCubeMember(Pace pace, String address, Optional<String> contact) {
      cluster =
          new ClusterImpl()
              .transportFactory(TcpTransportFactory::new)
              .config(config -> config.externalHost(address))
              .membership(membership ->
                  membership
                      .seedMembers(contact.map(List::of).orElseGet(List::of))
                      .suspicionMult(pace.suspicion()))
              .handler(own ->
                  new ClusterMessageHandler() {
                    @Override
                    public void onMembershipEvent(MembershipEvent event) {
                      if (event.isRemoved()) {
                        drops.add(event.member().id());
                      }
                    }
                  })
              .startAwait();
    }

    @Override
    public String id() {
      return cluster.member().id();
    }

    @Override
    public int seen() {
      return cluster.members().size();
    }

    @Override
    public boolean sees(String other) {
      return cluster.memberById(other).isPresent();
    }

    @Override
    public Drops drops() {
      return drops;
    }

    @Override
    public String contact() {
      return cluster.address();
    }

    @Override
    public void close() {
      cluster.shutdown();
      cluster.onShutdown().block(Duration.ofSeconds(5));
    }
  }
}
