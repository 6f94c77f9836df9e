package org.lagroups.scenarios.bench.report;

import java.util.List;
import java.util.function.Consumer;

/** Something that is measured. Bounded in time, and leaves nothing running behind. */
public interface Benchmark {

  /**
   * Measures.
   *
   * @param progress takes a line for people now and then
   * @return what was measured, in the order to print
   * @throws InterruptedException if it was told to stop
   */
  List<Measurement> run(Consumer<String> progress) throws InterruptedException;
}
