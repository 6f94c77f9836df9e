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
   * @return whether that can be had here: not where whoever started the process has it ignore
   *     SIGHUP, as {@code nohup} does, which Java heeds
   */
  @SuppressWarnings("ReferenceEquality") // Of a proxy and of a constant.
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
      Object before = signal.getMethod("handle", signal, handler).invoke(null, hangUp, calling);
      boolean isIgnored = before == handler.getField("SIG_IGN").get(null);
      if (isIgnored) {
        LOG.warn("SIGHUP is ignored here, as by nohup: only `lag guard reload` reads files anew");
      }
      return !isIgnored;
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      LOG.atWarn().setCause(e).log("SIGHUP cannot be caught");
      return false;
    }
  }
}
