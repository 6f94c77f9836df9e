package org.lagroups.wormguard.runtime.guard;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SIGHUP, which asks a guard to read its files anew. */
public final class HangUp {

  private static final Logger LOG = LoggerFactory.getLogger(HangUp.class);

  private HangUp() {}

  /**
   * From now on SIGHUP has something done, in a thread of its own, instead of ending the process.
   * By reflection, since the compiler warns of these types and has no other to offer.
   *
   * @return whether that can be had here
   */
  @SuppressWarnings("ReferenceEquality") // That is what the identity of a proxy is.
  public static boolean calls(Runnable task) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object calling =
          Proxy.newProxyInstance(
              HangUp.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "handle" -> {
                      task.run();
                      yield null;
                    }
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> "on SIGHUP";
                  });
      Object hangUp = signal.getConstructor(String.class).newInstance("HUP");
      signal.getMethod("handle", signal, handler).invoke(null, hangUp, calling);
      return true;
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      LOG.atWarn().setCause(e).log("SIGHUP cannot be caught");
      return false;
    }
  }
}
