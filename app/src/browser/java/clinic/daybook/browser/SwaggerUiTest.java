package clinic.daybook.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import clinic.daybook.testing.Daybook;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Swagger UI in the demo clinic, by mouse and eye. The pictures of it are in
 * target/browser.
 */
class SwaggerUiTest {

	private static final Daybook DEMO = Daybook.demo();

	private static final Playwright PLAYWRIGHT = Playwright
		.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

	private static final Browser BROWSER = PLAYWRIGHT.chromium()
		.launch(new BrowserType.LaunchOptions()
			.setExecutablePath(Path.of(System.getProperty("daybook.chromium", "/usr/bin/chromium")))
			.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
					"--disable-background-networking", "--disable-component-update", "--disable-sync")));

	private static final Pattern ACCESS_TOKEN = Pattern.compile("\"accessToken\":\\s*\"([^\"]+)\"");

	private BrowserContext context = light();

	private Page page = this.context.newPage();

	@AfterAll
	static void close() {
		BROWSER.close();
		PLAYWRIGHT.close();
		DEMO.close();
	}

	@BeforeEach
	void open() {
		this.page.navigate(DEMO.base() + "/docs");
	}

	@AfterEach
	void leave() {
		this.context.close();
	}

	@Test
	void whoLogsInAndAuthorizesBooksByTheExampleShown() {
		authorize(tokenOf(tried("Identity", "logIn", 200)));

		Locator booking = tried("Appointments", "bookAppointment", 201);

		assertThat(booking.locator(".live-responses-table")).containsText("\"status\": \"BOOKED\"");
		booking.locator(".live-responses-table").scrollIntoViewIfNeeded();
		picture("booked");
	}

	@Test
	void whoHasAuthorizedStaysSoInEveryGroup() {
		authorize(tokenOf(tried("Identity", "logIn", 200)));

		choose("queries");
		assertThat(tried("Identity", "getMe", 200).locator(".live-responses-table"))
			.containsText("admin@daybook.example");
		picture("queries");

		choose("audit");
		assertThat(this.page.locator(".info .title")).containsText("Daybook: audit");
		assertThat(this.page.locator(".errors-wrapper")).hasCount(0);
		picture("audit");

		choose("commands");
		tried("Catalogue", "openDepartment", 201);
	}

	@Test
	void aRefusalIsShownWithItsReasons() {
		Locator booking = operation("Appointments", "bookAppointment");

		assertThat(booking.locator(".responses-table")).containsText("slot-taken");
		booking.locator("tr[data-code='409']").scrollIntoViewIfNeeded();
		picture("refusals");
	}

	@Test
	void itIsLegibleInTheDark() {
		this.context.close();
		this.context = BROWSER
			.newContext(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK).setViewportSize(1280, 1100));
		this.page = this.context.newPage();
		open();
		Locator booking = operation("Appointments", "bookAppointment");
		booking.scrollIntoViewIfNeeded();
		picture("dark");
	}

	private static BrowserContext light() {
		return BROWSER
			.newContext(new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT).setViewportSize(1280, 1100));
	}

	private void authorize(String token) {
		this.page.locator(".auth-wrapper .authorize").first().click();
		Locator dialog = this.page.locator(".dialog-ux");
		dialog.locator("input").fill(token);
		dialog.locator("button.authorize").click();
		assertThat(dialog).containsText("Authorized");
		picture("authorized");
		dialog.locator("button.btn-done").click();
	}

	private void choose(String group) {
		this.page.locator("#select").selectOption(new SelectOption().setLabel(group));
		assertThat(this.page.locator(".info .title")).containsText("Daybook: " + group);
	}

	private Locator operation(String tag, String id) {
		Locator operation = this.page.locator("#operations-" + tag + "-" + id);
		operation.locator(".opblock-summary-control").click();
		return operation;
	}

	/** As it stands, example and all. */
	private Locator tried(String tag, String id, int status) {
		Locator operation = operation(tag, id);
		operation.locator(".try-out__btn").click();
		operation.locator("button.execute").click();
		assertThat(operation.locator(".live-responses-table .response .response-col_status").first())
			.containsText(Integer.toString(status));
		return operation;
	}

	private static String tokenOf(Locator login) {
		Matcher token = ACCESS_TOKEN.matcher(login.locator(".live-responses-table").innerText());
		if (!token.find()) {
			throw new AssertionError("no token shown");
		}
		return token.group(1);
	}

	private void picture(String name) {
		this.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/browser/" + name + ".png")));
	}

}
