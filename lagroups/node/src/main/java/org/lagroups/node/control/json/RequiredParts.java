package org.lagroups.node.control.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * A record's component may be null, or missing, only if it is {@code @Nullable}, and an element of
 * a list never: what is read is then what the record's type promises.
 */
final class RequiredParts extends NopAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated part) {
    if (!(part instanceof AnnotatedParameter parameter)) {
      return JsonSetter.Value.empty();
    }
    return mayBeNull(parameter)
        ? JsonSetter.Value.forContentNulls(Nulls.FAIL)
        : JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL);
  }

  private static boolean mayBeNull(AnnotatedParameter parameter) {
    return !(parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor)
        || !constructor.getDeclaringClass().isRecord()
        || typeOf(constructor, parameter.getIndex()).isAnnotationPresent(Nullable.class);
  }

  private static AnnotatedElement typeOf(Constructor<?> constructor, int index) {
    return constructor.getAnnotatedParameterTypes()[index];
  }
}
