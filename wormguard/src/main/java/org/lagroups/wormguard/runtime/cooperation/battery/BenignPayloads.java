package org.lagroups.wormguard.runtime.cooperation.battery;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.api.BenignPayload;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.learn.evidence.PayloadProtocol;
import org.lagroups.wormguard.learn.evidence.PayloadSample;

/** Payloads as the control API has them. */
public final class BenignPayloads {

  private static final String TO_SERVER = "to-server";
  private static final String TO_CLIENT = "to-client";
  private static final String UNKNOWN = "unknown";

  private BenignPayloads() {}

  /** A payload for the API. */
  public static BenignPayload view(PayloadSample sample) {
    return new BenignPayload(
        sample.ipVersion(),
        sample.protocol().name().toLowerCase(Locale.ROOT),
        sample.sourcePort(),
        sample.destinationPort(),
        sample
            .direction()
            .map(way -> way == Direction.TO_SERVER ? TO_SERVER : TO_CLIENT)
            .orElse(UNKNOWN),
        sample.isEstablished(),
        sample.payload().toHex());
  }

  /**
   * A payload of the API.
   *
   * @throws IllegalArgumentException if it is none, with what is wrong, for people
   */
  public static PayloadSample read(BenignPayload view) {
    PayloadProtocol protocol =
        switch (view.protocol()) {
          case "tcp" -> PayloadProtocol.TCP;
          case "udp" -> PayloadProtocol.UDP;
          default -> throw new IllegalArgumentException("a protocol is tcp or udp");
        };
    Optional<Direction> direction =
        switch (view.direction()) {
          case TO_SERVER -> Optional.of(Direction.TO_SERVER);
          case TO_CLIENT -> Optional.of(Direction.TO_CLIENT);
          case UNKNOWN -> Optional.empty();
          default ->
              throw new IllegalArgumentException("a direction is to-server, to-client or unknown");
        };
    if (view.payload().length() > 2 * PayloadSample.MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException(
          "a payload has up to %d bytes".formatted(PayloadSample.MAX_PAYLOAD_BYTES));
    }
    return new PayloadSample(
        view.ipVersion(),
        protocol,
        view.sourcePort(),
        view.destinationPort(),
        direction,
        view.isEstablished(),
        Bytes.wrapOwned(HexFormat.of().parseHex(view.payload())));
  }
}
