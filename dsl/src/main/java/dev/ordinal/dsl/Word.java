package dev.ordinal.dsl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The style of every word: copy methods carry the attribute's own name, the implementation is hidden, insertion order is
 * kept and null is refused.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        with = "*",
        jdkOnly = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        get = {"is*", "*"},
        allMandatoryParameters = true,
        defaults = @Value.Immutable(builder = false),
        allowedClasspathAnnotations = {Override.class})
public @interface Word {}
