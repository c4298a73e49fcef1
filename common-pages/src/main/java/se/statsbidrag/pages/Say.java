package se.statsbidrag.pages;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import org.jspecify.annotations.Nullable;

/** Both languages beside each other in the templates: {@code {say:of('Planen', 'The plan')}}. */
@TemplateExtension(namespace = "say")
public final class Say {
    private Say() {}

    public static String of(@TemplateAttribute("locale") @Nullable Object locale, String swedish, String english) {
        return Language.ENGLISH.equals(locale) ? english : swedish;
    }
}
