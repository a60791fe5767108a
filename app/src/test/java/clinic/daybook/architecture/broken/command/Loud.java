package clinic.daybook.architecture.broken.command;

/** Not a rule itself, but what a rule is made of. */
public class Loud {

	public void voice(String opinion) {
		System.out.println(opinion);
	}

}
