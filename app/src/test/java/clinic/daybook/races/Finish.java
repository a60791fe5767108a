package clinic.daybook.races;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import clinic.daybook.testing.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What each of those who did something at the same moment was told. */
record Finish(List<Answer> answers) {

	static Finish of(List<Callable<Answer>> deeds) {
		return new Finish(Crowd.atOnce(deeds));
	}

	Answer answer(int runner) {
		return this.answers.get(runner);
	}

	boolean won(int runner) {
		return hasWon(answer(runner));
	}

	/** The only one who won. */
	int winner() {
		List<Integer> winners = winners();
		assertThat(winners).as(this::toString).hasSize(1);
		return winners.getFirst();
	}

	List<Integer> winners() {
		return IntStream.range(0, this.answers.size()).filter(this::won).boxed().toList();
	}

	Finish hasWinners(int count) {
		assertThat(winners()).as(this::toString).hasSize(count);
		return this;
	}

	/** Whoever did not win was told one of these reasons, in due form. */
	Finish losersHear(String... codes) {
		this.answers.stream().filter((answer) -> !hasWon(answer)).forEach((answer) -> isRefused(answer, codes));
		return this;
	}

	/** One of these reasons, in due form, unless this runner won. */
	Finish hears(int runner, String... codes) {
		if (!won(runner)) {
			isRefused(answer(runner), codes);
		}
		return this;
	}

	private static boolean hasWon(Answer answer) {
		return answer.status() >= 200 && answer.status() < 300;
	}

	private static void isRefused(Answer answer, String... codes) {
		assertThat(answer.status()).as(answer::toString).isBetween(400, 499);
		assertThat(answer.problem(answer.status()).code()).as(answer::toString).isIn((Object[]) codes);
	}

	@Override
	public String toString() {
		return String.join("\n", this.answers.stream().map(Answer::toString).toList());
	}

}
