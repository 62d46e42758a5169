/* Starts and ends: what any program costs that is linked to the same libraries. */
int main(void) {
    return 0;
}
