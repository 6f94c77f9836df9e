package org.lagroups.wormguard.eve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.wormguard.engine.Alert;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.inspect.Carrier;
import org.lagroups.wormguard.inspect.Finding;
import org.lagroups.wormguard.inspect.FindingSink;
import org.lagroups.wormguard.packet.IpProtocol;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.RuleNotes;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Makes a line of each finding. */
public final class EveEncoder implements FindingSink {

  private final EveSettings settings;
  private final EveLog log;
  private final EveTime time = new EveTime();
  private final EveTime flowTime = new EveTime();
  private final LineBuffer line = new LineBuffer();
  private final JsonGenerator json =
      JsonFactory.builder()
          .rootValueSeparator("")
          .build()
          .createGenerator(ObjectWriteContext.empty(), line);

  /** An encoder that gives its lines to a log. */
  public EveEncoder(EveSettings settings, EveLog log) {
    this.settings = settings;
    this.log = log;
  }

  @Override
  public void found(Finding finding) {
    line.clear();
    json.writeStartObject();
    writeHead(finding);
    writePacket(finding.packet());
    json.writeStringProperty("pkt_src", finding.isStandIn() ? "stream (made up)" : "wire/pcap");
    finding.carrier().ifPresent(this::writeCarrier);
    writeAlert(finding.alert());
    if (finding.hasFlow()) {
      writeFlow(finding);
    }
    json.writeEndObject();
    json.flush();
    line.write('\n');
    log.line(line.bytes(), line.length());
  }

  private void writeHead(Finding finding) {
    json.writeStringProperty("timestamp", time.text(finding.packet().nanos()));
    if (finding.hasFlow()) {
      json.writeNumberProperty("flow_id", settings.firstFlow() + finding.alert().flow());
    }
    settings
        .interfaceName()
        .ifPresentOrElse(
            name -> json.writeStringProperty("in_iface", name),
            () -> json.writeNumberProperty("pcap_cnt", finding.frame()));
    json.writeStringProperty("event_type", "alert");
  }

  private void writePacket(Packet packet) {
    if (packet.vlanCount() > 0) {
      json.writeArrayPropertyStart("vlan");
      for (int i = 0; i < packet.vlanCount(); i++) {
        json.writeNumber(packet.vlan(i));
      }
      json.writeEndArray();
    }
    boolean hasPorts =
        packet.isTcp()
            || packet.isUdp()
            || (packet.protocol() == IpProtocol.SCTP && packet.transportOffset() >= 0);
    writeEnd("src", packet.sourceHigh(), packet.sourceLow(), packet.sourcePort(), hasPorts);
    writeEnd(
        "dest",
        packet.destinationHigh(),
        packet.destinationLow(),
        packet.destinationPort(),
        hasPorts);
    json.writeStringProperty("proto", protocol(packet.protocol()));
    if (packet.isIcmp()) {
      json.writeNumberProperty("icmp_type", packet.icmp().type());
      json.writeNumberProperty("icmp_code", packet.icmp().code());
    }
  }

  private void writeEnd(String side, long high, long low, int port, boolean hasPort) {
    json.writeStringProperty(side + "_ip", EveAddress.text(high, low));
    if (hasPort) {
      json.writeNumberProperty(side + "_port", port);
    }
  }

  private void writeCarrier(Carrier carrier) {
    json.writeObjectPropertyStart("tunnel");
    boolean hasPorts = carrier.protocol() == IpProtocol.UDP;
    writeEnd("src", carrier.sourceHigh(), carrier.sourceLow(), carrier.sourcePort(), hasPorts);
    writeEnd(
        "dest",
        carrier.destinationHigh(),
        carrier.destinationLow(),
        carrier.destinationPort(),
        hasPorts);
    json.writeStringProperty("proto", protocol(carrier.protocol()));
    json.writeNumberProperty("depth", carrier.depth());
    json.writeEndObject();
  }

  private void writeAlert(Alert alert) {
    Rule rule = alert.rule();
    RuleNotes notes = rule.notes();
    json.writeObjectPropertyStart("alert");
    json.writeStringProperty("action", alert.isBlocked() ? "blocked" : "allowed");
    json.writeNumberProperty("gid", rule.id().group());
    json.writeNumberProperty("signature_id", rule.id().signature());
    json.writeNumberProperty("rev", rule.id().revision());
    json.writeStringProperty("signature", notes.message());
    if (rule.key().isShared()) {
      json.writeStringProperty("shared_signature", rule.key().shared());
    }
    json.writeStringProperty("category", ClassTypes.category(notes));
    json.writeNumberProperty("severity", ClassTypes.priority(notes));
    if (!notes.metadata().isEmpty()) {
      writeMetadata(notes);
    }
    json.writeEndObject();
    json.writeNumberProperty("stream", alert.isInStream() ? 1 : 0);
  }

  /** By the first word of each element, with what follows it. */
  private void writeMetadata(RuleNotes notes) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String element : notes.metadata()) {
      int blank = element.indexOf(' ');
      String name = blank < 0 ? element : element.substring(0, blank);
      String value = blank < 0 ? "" : element.substring(blank + 1).strip();
      values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
    json.writeObjectPropertyStart("metadata");
    values.forEach((name, all) -> {
      json.writeArrayPropertyStart(name);
      all.forEach(json::writeString);
      json.writeEndArray();
    });
    json.writeEndObject();
  }

  private void writeFlow(Finding finding) {
    boolean toServer = finding.direction() == Direction.TO_SERVER;
    json.writeStringProperty("direction", toServer ? "to_server" : "to_client");
    json.writeObjectPropertyStart("flow");
    json.writeNumberProperty("pkts_toserver", finding.flowPackets(Direction.TO_SERVER));
    json.writeNumberProperty("pkts_toclient", finding.flowPackets(Direction.TO_CLIENT));
    json.writeNumberProperty("bytes_toserver", finding.flowBytes(Direction.TO_SERVER));
    json.writeNumberProperty("bytes_toclient", finding.flowBytes(Direction.TO_CLIENT));
    json.writeStringProperty("start", flowTime.text(finding.flowSinceNanos()));
    boolean hasPorts = finding.clientPort() != 0 || finding.serverPort() != 0;
    writeEnd("src", finding.clientHigh(), finding.clientLow(), finding.clientPort(), hasPorts);
    writeEnd("dest", finding.serverHigh(), finding.serverLow(), finding.serverPort(), hasPorts);
    json.writeEndObject();
  }

  private static String protocol(int number) {
    return switch (number) {
      case IpProtocol.ICMP -> "ICMP";
      case IpProtocol.IPV4 -> "IPv4";
      case IpProtocol.TCP -> "TCP";
      case IpProtocol.UDP -> "UDP";
      case IpProtocol.IPV6 -> "IPv6";
      case IpProtocol.GRE -> "GRE";
      case IpProtocol.ICMPV6 -> "IPv6-ICMP";
      case IpProtocol.SCTP -> "SCTP";
      default -> "%03d".formatted(number);
    };
  }
}
