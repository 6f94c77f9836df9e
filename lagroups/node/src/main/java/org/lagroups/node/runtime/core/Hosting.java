package org.lagroups.node.runtime.core;

import java.util.List;
import java.util.function.Function;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.monitor.Attestor;
import org.lagroups.core.monitor.link.Arrivals;
import org.lagroups.core.monitor.link.Demands;
import org.lagroups.core.route.Router;
import org.lagroups.core.transcript.KeyRing;
import org.lagroups.core.transcript.TranscriptVerifier;
import org.lagroups.core.transcript.exchange.TranscriptExchange;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.runtime.Belonging;
import org.lagroups.node.runtime.NodeServices;
import org.lagroups.node.runtime.host.Links;
import org.lagroups.node.runtime.host.MachineHost;
import org.lagroups.node.transport.Transport;

/** Runs machines, of the core and of modules, over a node's open sockets. */
record Hosting(MachineHost machines, Transport transport, Links links)
    implements CoreMachines.Host {

  @Override
  public <T extends Enum<T>, M extends Machine<T>> M host(
      ProtocolId protocol, Function<Environment<T>, M> factory) {
    return machines.host(protocol, transport, links, factory);
  }

  /** What modules are given. */
  NodeServices servicesWith(
      CoreMachines core, Belonging belonging, List<NodeAddress> addresses, Bls bls) {
    TranscriptVerifier verifier = new TranscriptVerifier(new KeyRing(bls));
    return new Services(core, belonging, addresses, verifier, this);
  }

  private record Services(
      CoreMachines core,
      Belonging belonging,
      List<NodeAddress> addresses,
      TranscriptVerifier transcriptVerifier,
      CoreMachines.Host hosting)
      implements NodeServices {

    @Override
    public LaGroups groups() {
      return core.groups();
    }

    @Override
    public Attestor attestor() {
      return core.attestor();
    }

    @Override
    public Router router() {
      return core.router();
    }

    @Override
    public TranscriptExchange transcripts() {
      return core.transcripts();
    }

    @Override
    public Demands demands() {
      return core.tests().demands();
    }

    @Override
    public Arrivals arrivals() {
      return core.tests().arrivals();
    }

    @Override
    public <T extends Enum<T>, M extends Machine<T>> M host(
        ProtocolId protocol, Function<Environment<T>, M> factory) {
      return hosting.host(protocol, factory);
    }
  }
}
