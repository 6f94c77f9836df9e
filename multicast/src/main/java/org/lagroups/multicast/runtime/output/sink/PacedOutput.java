package org.lagroups.multicast.runtime.output.sink;

import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.output.OutputCounts;
import org.lagroups.multicast.runtime.output.StreamOutput;

/** An output that is told when payloads arrive, to send at the same pace. */
final class PacedOutput implements StreamOutput {

  private final StreamOutput output;
  private final ArrivalPace pace;

  PacedOutput(StreamOutput output, ArrivalPace pace) {
    this.output = output;
    this.pace = pace;
  }

  @Override
  public boolean write(Bytes payload) {
    boolean isTaken = output.write(payload);
    if (isTaken) {
      pace.arrived(payload.length(), System.nanoTime());
    }
    return isTaken;
  }

  @Override
  public void end() {
    output.end();
  }

  @Override
  public OutputCounts counts() {
    return output.counts();
  }

  @Override
  public void close() {
    output.close();
  }
}
