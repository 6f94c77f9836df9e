package org.lagroups.scenarios.bench.group.host;

import io.scalecube.cluster.Cluster;
import io.scalecube.cluster.ClusterImpl;
import io.scalecube.cluster.ClusterMessageHandler;
import io.scalecube.cluster.membership.MembershipEvent;
import io.scalecube.transport.netty.tcp.TcpTransportFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** ScaleCube's members over TCP, with its defaults for local networks. */
final class ScaleCubeMembers implements MemberSource {

  @Override
  public Member start(Optional<String> contact) {
    return new ScaleCubeMember(contact);
  }

  @Override
  public void close() {}

  private static final class ScaleCubeMember implements Member {

    private final AtomicLong losses = new AtomicLong();
    private final Cluster cluster;

    ScaleCubeMember(Optional<String> contact) {
      cluster =
          new ClusterImpl()
              .transportFactory(TcpTransportFactory::new)
              .config(config -> config.externalHost("127.0.0.1"))
              .membership(
                  membership -> membership.seedMembers(contact.map(List::of).orElseGet(List::of)))
              .handler(own ->
                  new ClusterMessageHandler() {
                    @Override
                    public void onMembershipEvent(MembershipEvent event) {
                      if (event.isRemoved()) {
                        losses.incrementAndGet();
                      }
                    }
                  })
              .startAwait();
    }

    @Override
    public int seen() {
      return cluster.members().size();
    }

    @Override
    public long losses() {
      return losses.get();
    }

    @Override
    public String contact() {
      return cluster.address();
    }

    @Override
    public void close() {
      cluster.shutdown();
      cluster.onShutdown().block(java.time.Duration.ofSeconds(5));
    }
  }
}
