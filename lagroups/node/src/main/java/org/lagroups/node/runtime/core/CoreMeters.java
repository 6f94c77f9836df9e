package org.lagroups.node.runtime.core;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.lagroups.core.group.spread.GroupStatistics;
import org.lagroups.core.monitor.BeatDrop;
import org.lagroups.core.monitor.HeartbeatCounters;
import org.lagroups.core.robust.protocol.AgreementDrop;
import org.lagroups.core.robust.protocol.RobustStatistics;
import org.lagroups.core.route.RouteCounters;
import org.lagroups.core.route.RouteDrop;
import org.lagroups.core.route.RouteRefusal;
import org.lagroups.core.transcript.exchange.ExchangeCounters;
import org.lagroups.core.wire.Refusal;
import org.lagroups.node.runtime.monitor.TestMeters;
import org.lagroups.node.transport.CarrierCounters;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.Transport;
import org.lagroups.node.transport.TransportCounters;

/**
 * The core's own counters as meters. They live on the event loop, so a meter shows what they were
 * at the last {@link #refresh}.
 */
final class CoreMeters {

  private final CoreMachines core;
  private final Transport transport;
  private final MeterRegistry registry;
  private final TestMeters tests;
  private volatile Snapshot latest;

  CoreMeters(CoreMachines core, Transport transport, MeterRegistry registry) {
    this.core = core;
    this.transport = transport;
    this.registry = registry;
    this.latest = snapshot();
    this.tests = new TestMeters(core.tests(), core.questions(), registry);
    registerNode();
    registerTransport();
    registerGroups();
    registerAgreement();
    registerHeartbeats();
    registerRoutes();
    registerTranscripts();
  }

  private record Snapshot(
      int groups,
      int sessions,
      TransportCounters transport,
      GroupStatistics group,
      RobustStatistics agreement,
      HeartbeatCounters heartbeat,
      RouteCounters route,
      ExchangeCounters exchange) {}

  /** On the event loop. */
  void refresh() {
    latest = snapshot();
    tests.refresh();
  }

  private Snapshot snapshot() {
    return new Snapshot(
        core.groups().groups().size(),
        transport.sessions().size(),
        transport.counters(),
        core.groups().statistics(),
        core.robust().statistics(),
        core.heartbeats().counters(),
        core.router().counters(),
        core.transcripts().counters());
  }

  private void registerNode() {
    gauge("lagroups_groups", Snapshot::groups);
    gauge("lagroups_sessions", Snapshot::sessions);
  }

  private void registerTransport() {
    for (CarrierKind carrier : latest.transport.carriers().keySet()) {
      carrierCounter("lagroups_wire_sent_bytes", CarrierCounters::wireBytesOut, carrier);
      carrierCounter("lagroups_wire_received_bytes", CarrierCounters::wireBytesIn, carrier);
      carrierCounter("lagroups_links_up", CarrierCounters::linksUp, carrier);
      carrierCounter("lagroups_links_lost", CarrierCounters::linksLost, carrier);
    }
    counter("lagroups_sessions_opened", s -> s.transport.sessionsOpened());
    counter("lagroups_dials_failed", s -> s.transport.dialsFailed());
    counter("lagroups_peers_refused", s -> s.transport.refusedPeers());
    counter("lagroups_messages_refused", s -> s.transport.refusedMessages());
    counter("lagroups_sends_dropped", s -> s.transport.droppedSends());
  }

  private void registerGroups() {
    counter("lagroups_group_advertisements_accepted", s -> s.group.accepted());
    counter("lagroups_group_advertisements_renewed", s -> s.group.renewed());
    counter("lagroups_group_advertisements_duplicate", s -> s.group.duplicates());
    counter("lagroups_group_advertisements_relayed", s -> s.group.relayed());
    counter("lagroups_group_signature_checks", s -> s.group.signatureChecks());
    counter("lagroups_group_signature_checks_saved", s -> s.group.checksSaved());
    for (Refusal reason : Refusal.values()) {
      counter("lagroups_group_refused", s -> s.group.refused(reason), reason);
    }
  }

  private void registerAgreement() {
    gauge("lagroups_agreement_groups", s -> s.agreement.groups());
    gauge("lagroups_agreement_wanting", s -> s.agreement.withoutAgreement());
    counter("lagroups_agreement_views", s -> s.agreement.viewsAgreed());
    counter("lagroups_agreement_messages_taken", s -> s.agreement.taken());
    for (AgreementDrop reason : AgreementDrop.values()) {
      counter(
          "lagroups_agreement_messages_dropped",
          s -> s.agreement.dropped().getOrDefault(reason, 0L),
          reason);
    }
  }

  private void registerHeartbeats() {
    gauge("lagroups_heartbeat_watched", s -> s.heartbeat.watched());
    gauge("lagroups_heartbeat_up", s -> s.heartbeat.up());
    counter("lagroups_heartbeat_sent", s -> s.heartbeat.sent());
    counter("lagroups_heartbeat_received", s -> s.heartbeat.received());
    counter("lagroups_heartbeat_went_down", s -> s.heartbeat.wentDown());
    for (BeatDrop reason : BeatDrop.values()) {
      counter(
          "lagroups_heartbeat_dropped",
          s -> s.heartbeat.dropped().getOrDefault(reason, 0L),
          reason);
    }
  }

  private void registerRoutes() {
    counter("lagroups_route_requested", s -> s.route.requested());
    counter("lagroups_route_answered", s -> s.route.answered());
    counter("lagroups_route_served", s -> s.route.served());
    counter("lagroups_route_relayed", s -> s.route.relayed());
    counter("lagroups_route_relayed_bytes", s -> s.route.relayedBytes());
    counter("lagroups_route_signature_checks", s -> s.route.signatureChecks());
    counter("lagroups_route_signature_checks_saved", s -> s.route.checksSaved());
    for (RouteDrop reason : RouteDrop.values()) {
      counter("lagroups_route_dropped", s -> s.route.dropped().getOrDefault(reason, 0L), reason);
    }
    for (RouteRefusal reason : RouteRefusal.values()) {
      counter("lagroups_route_refused", s -> s.route.refused().getOrDefault(reason, 0L), reason);
    }
  }

  private void registerTranscripts() {
    counter("lagroups_transcripts_given", s -> s.exchange.transcriptsGiven());
    counter("lagroups_snapshots_given", s -> s.exchange.snapshotsGiven());
    counter("lagroups_transcript_asks_refused", s -> s.exchange.asksRefused());
    counter("lagroups_proofs_taken", s -> s.exchange.proofsTaken());
    counter("lagroups_proofs_refused", s -> s.exchange.proofsRefused());
  }

  private void counter(String name, ToDoubleFunction<Snapshot> value) {
    FunctionCounter.builder(name, this, self -> value.applyAsDouble(self.latest))
        .register(registry);
  }

  private void counter(String name, ToDoubleFunction<Snapshot> value, Enum<?> reason) {
    FunctionCounter.builder(name, this, self -> value.applyAsDouble(self.latest))
        .tag("reason", reason.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  private void carrierCounter(
      String name, ToDoubleFunction<CarrierCounters> value, CarrierKind carrier) {
    FunctionCounter.builder(
            name,
            this,
            self -> {
              CarrierCounters counts = self.latest.transport.carriers().get(carrier);
              return counts == null ? 0 : value.applyAsDouble(counts);
            })
        .tag("carrier", carrier.label())
        .register(registry);
  }

  private void gauge(String name, ToDoubleFunction<Snapshot> value) {
    Gauge.builder(name, this, self -> value.applyAsDouble(self.latest)).register(registry);
  }
}
