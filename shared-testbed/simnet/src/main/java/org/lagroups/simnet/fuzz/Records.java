package org.lagroups.simnet.fuzz;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Records that are read from what others wrote; to ask for all of them forgets none. */
public final class Records {

  private Records() {}

  /** The records of a package, nested ones too, in the order of their names. */
  public static List<Class<?>> in(String packageName) {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(packageName)
            .stream()
            .filter(type -> type.getPackageName().equals(packageName) && type.isRecord())
            .sorted(Comparator.comparing(JavaClass::getName))
            .map(JavaClass::reflect)
            .collect(Collectors.toList());
  }
}
