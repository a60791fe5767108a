package clinic.daybook.architecture.broken.app;

public record NosyApp(String name) {
}
