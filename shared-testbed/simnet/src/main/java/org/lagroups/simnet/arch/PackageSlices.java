package org.lagroups.simnet.arch;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Each package is a slice of its own, those above and below it included. */
final class PackageSlices implements SliceAssignment {

  private final String root;

  PackageSlices(String root) {
    this.root = root;
  }

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    String name = type.getPackageName();
    boolean isInside = name.equals(root) || name.startsWith(root + ".");
    return isInside ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
  }

  @Override
  public String getDescription() {
    return "packages of " + root;
  }
}
