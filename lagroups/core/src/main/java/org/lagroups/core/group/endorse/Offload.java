package org.lagroups.core.group.endorse;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where work is done that would take too long on the thread of the machines. Pieces of work are
 * done one after another, in the order given.
 */
public interface Offload {

  /** Does it at once: for simulations, and where it is fast. */
  Offload INLINE =
      new Offload() {
        @Override
        public <T> void run(Supplier<T> work, Consumer<T> done, Runnable undone) {
          done.accept(work.get());
        }
      };

  /**
   * Does a piece of work.
   *
   * @param done takes the result, on the thread of the machines
   * @param undone called there instead if there is no result: there was too much to do already, or
   *     the work has failed
   */
  <T> void run(Supplier<T> work, Consumer<T> done, Runnable undone);
}
