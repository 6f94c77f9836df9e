package org.lagroups.node.runtime.host;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.lagroups.machine.ProtocolId;

/** What one machine does, counted. */
final class MachineMeters {

  private final Counter messagesIn;
  private final Counter bytesIn;
  private final Counter messagesOut;
  private final Counter bytesOut;
  private final Counter refusedSends;
  private final Counter failures;
  private final Timer calls;

  MachineMeters(MeterRegistry registry, ProtocolId protocol) {
    String tag = Integer.toString(protocol.number());
    messagesIn = registry.counter("lagroups_machine_messages_received", "protocol", tag);
    bytesIn = registry.counter("lagroups_machine_received_bytes", "protocol", tag);
    messagesOut = registry.counter("lagroups_machine_messages_sent", "protocol", tag);
    bytesOut = registry.counter("lagroups_machine_sent_bytes", "protocol", tag);
    refusedSends = registry.counter("lagroups_machine_sends_refused", "protocol", tag);
    failures = registry.counter("lagroups_machine_failures", "protocol", tag);
    calls = registry.timer("lagroups_machine_calls", "protocol", tag);
  }

  void received(int bytes) {
    messagesIn.increment();
    bytesIn.increment(bytes);
  }

  void sent(int bytes, boolean taken) {
    if (taken) {
      messagesOut.increment();
      bytesOut.increment(bytes);
    } else {
      refusedSends.increment();
    }
  }

  void failed() {
    failures.increment();
  }

  void called(long nanos) {
    calls.record(nanos, TimeUnit.NANOSECONDS);
  }
}
