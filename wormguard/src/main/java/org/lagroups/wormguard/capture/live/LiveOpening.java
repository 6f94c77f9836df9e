package org.lagroups.wormguard.capture.live;

import org.lagroups.wormguard.capture.Frames;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.PcapDirection;
import org.pcap4j.core.PcapHandle.TimestampPrecision;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;

/** How an interface is opened, and what to tell people if it cannot be. */
final class LiveOpening {

  private LiveOpening() {}

  static LiveCapture.Opening open(LiveSettings settings) {
    try {
      PcapHandle.Builder builder =
          new PcapHandle.Builder(settings.interfaceName())
              .snaplen(Frames.MAX_FRAME_BYTES)
              .promiscuousMode(PromiscuousMode.PROMISCUOUS)
              .timeoutMillis(settings.batchMillis())
              .bufferSize(settings.bufferBytes())
              .timestampPrecision(TimestampPrecision.NANO)
              .immediateMode(false);
      if (settings.onlyIncoming()) {
        builder.direction(PcapDirection.IN);
      }
      return new LiveCapture.Opening.Opened(new LiveCapture(builder.build()));
    } catch (PcapNativeException e) {
      return new LiveCapture.Opening.Refused(refusal(settings.interfaceName(), message(e)));
    } catch (UnsatisfiedLinkError | NoClassDefFoundError _) {
      return new LiveCapture.Opening.Refused(
          "libpcap is missing; install it (Debian, Ubuntu: apt-get install libpcap0.8)");
    }
  }

  /** What libpcap says of a failure. */
  static String message(PcapNativeException failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message.strip();
  }

  private static String refusal(String name, String message) {
    String advice =
        message.contains("ermission") || message.contains("ermitted")
            ? "; capturing takes root's rights, or those of CAP_NET_RAW and CAP_NET_ADMIN"
            : "; `ip link` lists the interfaces there are";
    return "interface " + name + " cannot be opened: " + message + advice;
  }
}
