package org.lagroups.scenarios.bench.cast.node;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.monitor.Attestor;
import org.lagroups.core.monitor.link.Arrivals;
import org.lagroups.core.monitor.link.Demands;
import org.lagroups.core.route.Router;
import org.lagroups.core.transcript.TranscriptVerifier;
import org.lagroups.core.transcript.exchange.TranscriptExchange;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.runtime.Belonging;
import org.lagroups.node.runtime.NodeServices;

/** A node's services, but for the machines that run there. */
record MeddledServices(NodeServices services, Meddling meddling) implements NodeServices {

  @Override
  public LaGroups groups() {
    return services.groups();
  }

  @Override
  public Attestor attestor() {
    return services.attestor();
  }

  @Override
  public Belonging belonging() {
    return services.belonging();
  }

  @Override
  public List<NodeAddress> addresses() {
    return services.addresses();
  }

  @Override
  public Router router() {
    return services.router();
  }

  @Override
  public TranscriptExchange transcripts() {
    return services.transcripts();
  }

  @Override
  public TranscriptVerifier transcriptVerifier() {
    return services.transcriptVerifier();
  }

  @Override
  public Demands demands() {
    return services.demands();
  }

  @Override
  public Arrivals arrivals() {
    return services.arrivals();
  }

  @Override
  public <T extends Enum<T>, M extends Machine<T>> M host(
      ProtocolId protocol, Function<Environment<T>, M> factory) {
    AtomicReference<M> made = new AtomicReference<>();
    services.<T, Machine<T>>host(
        protocol,
        environment -> {
          M machine = factory.apply(new MeddledEnvironment<>(environment, meddling));
          made.set(machine);
          return new MeddledMachine<>(machine, meddling);
        });
    return made.get();
  }
}
